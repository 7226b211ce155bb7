"""Many readers of `GET /v1/me/events` in one event loop, each on its own connection."""

import asyncio
import json
import time
from urllib.parse import urlsplit

AT_ONCE = 10  # streams to open at one time


class Readers:
    """Keeps streams open and notes the arrival of expected events; the end of a stream is an error."""

    def __init__(self, url: str) -> None:
        self._where = urlsplit(url)
        self._expected: dict[str, list[float]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self.opened = self.heard = 0
        self.delays: list[float] = []
        self.errors: list[str] = []

    async def open(self, tokens: list[str]) -> None:
        """Open a stream for each token, a few at a time; returns when all streams are open."""
        for token in tokens:
            self._tasks.append(asyncio.create_task(self._follow(token)))
            while self.opened + len(self.errors) + AT_ONCE < len(self._tasks):
                await asyncio.sleep(0.05)
        while self.opened + len(self.errors) < len(self._tasks):
            await asyncio.sleep(0.05)

    def expect(self, key: str) -> None:
        """Expect an event with `key`, caused by a request now."""
        self._expected.setdefault(key, []).append(time.monotonic())

    def forget(self, key: str) -> None:
        """Expect no event with `key` any more, because the person has read the message."""
        self._expected.pop(key, None)

    def waiting(self) -> int:
        """The number of expected events that have not arrived."""
        return sum(map(len, self._expected.values()))

    async def close(self) -> None:
        """Close every stream."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _follow(self, token: str) -> None:
        try:
            reader, writer = await asyncio.open_connection(self._where.hostname, self._where.port)
            try:
                await self._ask(reader, writer, token)
                self.opened += 1
                while line := await reader.readline():
                    self._take(line)
            finally:
                writer.close()
            self.errors.append("a stream ended")
        except OSError as error:
            self.errors.append(repr(error))

    async def _ask(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, token: str) -> None:
        head = ("GET /v1/me/events HTTP/1.1", f"Host: {self._where.netloc}", f"Authorization: Bearer {token}")
        writer.write("\r\n".join([*head, "", ""]).encode())
        status = await reader.readline()
        if b" 200 " not in status:
            raise ConnectionError(status.decode())

    def _take(self, line: bytes) -> None:
        """Read one line of the stream; lines of the chunked encoding match nothing here."""
        if line.startswith(b"event: "):
            self.heard += 1
        if line.startswith(b'data: {"key"'):
            now = time.monotonic()
            sent = self._expected.pop(json.loads(line[6:])["key"], [])
            self.delays += [now - at for at in sent]
