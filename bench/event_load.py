"""Requests beside the open streams, at a fixed rate that does not wait for answers."""

import asyncio
import random
import time
from dataclasses import dataclass, field
from typing import Any

import httpx

from bench.event_readers import Readers

WORDS = ("猫粮", "kettle", "茶", "shampoo", "咖啡")
THREADS = 40


@dataclass
class Load:
    """Sends requests as the people of `tokens` (by id); keeps the time of each answer, and the errors."""

    client: httpx.AsyncClient
    readers: Readers
    tokens: dict[str, str]
    chance: random.Random = field(default_factory=lambda: random.Random(1))
    times: dict[str, list[float]] = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    threads: list[tuple[str, str, str]] = field(default_factory=list)
    tags: dict[str, str] = field(default_factory=dict)

    async def settle(self) -> None:
        """Wait until the server has its query plans, so that planning is not measured."""
        person = next(iter(self.tokens))
        for path in ("/v1/circle", "/v1/circle/search?q=tea", "/v1/me/notifications", "/v1/me/threads"):
            while not await self._send("setup", person, "GET", path):
                await asyncio.sleep(1)
        self.errors.clear()

    async def talk(self) -> None:
        """Open threads between friends who both listen; `threads` holds each thread and its two people."""
        for asker in self.tokens:
            page = await self._send("setup", asker, "GET", "/v1/circle?degree=1&limit=20")
            for share in page["items"] if page else []:
                other = share["publisher"]["id"]
                if other in self.tokens:
                    path = f"/v1/shares/{share['id']}/threads"
                    key = f"bench-{asker}"
                    thread = await self._send("setup", asker, "POST", path, {"text": "?"}, key=key)
                    if thread:
                        self.threads.append((thread["id"], asker, other))
                    break
            if len(self.threads) == THREADS:
                return

    async def run(self, seconds: float, rate: int) -> None:
        """Send `rate` requests a second, then wait for their answers."""
        began, waiting = time.monotonic(), []
        for number in range(int(seconds * rate)):
            await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
            waiting.append(asyncio.create_task(self._something()))
            waiting = [task for task in waiting if not task.done()]
        await asyncio.gather(*waiting)

    async def _something(self) -> None:
        person = self.chance.choice(list(self.tokens))
        kind = self.chance.choices(list(KINDS), [weight for weight, _ in KINDS.values()])[0]
        await KINDS[kind][1](self, kind, person)

    async def feed(self, kind: str, person: str) -> None:
        """Read the first page of the circle."""
        await self._send(kind, person, "GET", "/v1/circle")

    async def poll(self, kind: str, person: str) -> None:
        """Read the unread count, as a polling client does."""
        await self._send(kind, person, "GET", "/v1/me/notifications/unread")

    async def listed(self, kind: str, person: str) -> None:
        """Read the notifications."""
        await self._send(kind, person, "GET", "/v1/me/notifications")

    async def search(self, kind: str, person: str) -> None:
        """Search for a word in the circle."""
        await self._send(kind, person, "GET", f"/v1/circle/search?q={self.chance.choice(WORDS)}")

    async def say(self, kind: str, _: str) -> None:
        """Write a message; the service notifies the other person."""
        thread, *both = self.chance.choice(self.threads)
        writer, other = self.chance.sample(both, 2)
        self.readers.expect(f"{other}:message:{thread}")
        await self._send(kind, writer, "POST", f"/v1/threads/{thread}/messages", {"text": "Still as good?"})

    async def read(self, kind: str, _: str) -> None:
        """Mark a thread as read."""
        thread, *both = self.chance.choice(self.threads)
        reader = self.chance.choice(both)
        await self._send(kind, reader, "POST", f"/v1/threads/{thread}/read")
        self.readers.forget(f"{reader}:message:{thread}")

    async def _send(
        self, kind: str, person: str, method: str, path: str, json: object = None, key: str | None = None
    ) -> Any:
        headers = {"Authorization": f"Bearer {self.tokens[person]}"}
        if key:
            headers["Idempotency-Key"] = key
        if method == "GET" and f"{person} {path}" in self.tags:
            headers["If-None-Match"] = self.tags[f"{person} {path}"]
        began = time.monotonic()
        try:
            answer = await self.client.request(method, path, json=json, headers=headers)
        except httpx.HTTPError as error:
            self.errors.append(f"{kind}: {error!r}")
            return None
        self.times.setdefault(kind, []).append(time.monotonic() - began)
        if not answer.is_success and answer.status_code != httpx.codes.NOT_MODIFIED:
            self.errors.append(f"{kind}: {answer.status_code} {answer.text[:200]}")
            return None
        if "ETag" in answer.headers:
            self.tags[f"{person} {path}"] = answer.headers["ETag"]
        return answer.json() if answer.content else {}


KINDS = {
    "feed": (8, Load.feed),
    "unread, by ETag": (5, Load.poll),
    "notifications": (2, Load.listed),
    "search": (2, Load.search),
    "write a message": (2, Load.say),
    "read a thread": (1, Load.read),
}
