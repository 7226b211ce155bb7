"""Somebody who listens to a stream of events."""

import json
import queue
import socket
import threading
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Self

import httpx

SECONDS = 60
BUSY = 503  # what a server says whose plans are not made yet


class Listener:
    """`with Listener(url, token) as ada:` reads events in a thread of its own until the stream ends."""

    def __init__(self, url: str, token: str, last_id: str | None = None) -> None:
        self._headers = {"Authorization": f"Bearer {token}"}
        if last_id is not None:
            self._headers["Last-Event-ID"] = last_id
        self._url = url
        self._told: queue.Queue[tuple[str, Any]] = queue.Queue()
        self._opened = threading.Event()
        self._client = httpx.Client(timeout=SECONDS)
        self.status = 0
        self.last_id = last_id

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._read, daemon=True)
        self._thread.start()
        assert self._opened.wait(SECONDS)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # the stream may have ended; closing alone does not wake the reader
            self._response.extensions["network_stream"].get_extra_info("socket").shutdown(socket.SHUT_RDWR)
        self._thread.join(SECONDS)
        self._client.close()

    def next(self, event: str) -> Any:
        """The data of the next event of this name, others passed over; fails when none comes."""
        while True:
            name, data = self._told.get(timeout=SECONDS)
            if name == event:
                return data

    def silent(self) -> bool:
        """Whether nothing waits that was not read."""
        return self._told.empty()

    def _read(self) -> None:
        while self._client.get(f"{self._url}/v1/me/notifications", headers=self._headers).status_code == BUSY:
            time.sleep(0.1)
        with self._client.stream("GET", f"{self._url}/v1/me/events", headers=self._headers) as self._response:
            self.status = self._response.status_code
            self._opened.set()
            name = ""
            try:
                for line in self._response.iter_lines():
                    word, _, rest = line.partition(": ")
                    if word == "id":
                        self.last_id = rest
                    elif word == "event":
                        name = rest
                    elif word == "data":
                        self._told.put((name, json.loads(rest)))
            except (httpx.HTTPError, httpx.StreamError):
                pass
        self._told.put(("closed", None))
