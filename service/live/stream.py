"""One open stream of events: its position, and the frames that wait for its reader.

A frame's id is its reader's position: the instant up to which the stream has sent everything, and short
marks of what it sent near that instant. The marks are needed because a write may become visible a little
after its own instant. A reader that reconnects with the id, to any process, misses nothing and gets
nothing twice.
"""

import hashlib
from collections import deque
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import orjson

from service.graph.client import Row

OVERLAP = timedelta(seconds=15)  # longer than any write takes to become visible after its instant
REMEMBERED = timedelta(hours=24)  # a reader that reconnects later reads the lists
MOST_MARKS = 200
MOST_WAITING = 1000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
END = b"event: end\ndata: {}\n\n"
BEAT = b": still here\n\n"
OPENING = b"retry: 2000\n\n"


class Stream:
    """The stream of one reader. Its reader's thread calls `take`; any thread may call the rest."""

    def __init__(self, key: str, session: str, user: str, last_id: str | None, now: datetime) -> None:
        self.key, self.session, self.user = key, session, user
        self.since, self._marks = place(last_id, now)
        self.resumed = last_id is not None and self.since < now
        self.ended = self.ready = False
        self._unread: int | None = None
        self._waiting: deque[bytes] = deque([OPENING])
        self._wake: Callable[[], object] = lambda: None
        self._beat_at = now

    def request(self) -> Row:
        """What the queries of a tick need of this stream."""
        return {"id": self.key, "session": self.session, "user": self.user, "since": self.since - OVERLAP}

    def baseline(self, inbox: Row, shares: list[Row], now: datetime) -> None:
        """Mark the first rows as sent. A stream that resumes sends them instead."""
        if self.resumed:
            self.send(inbox, shares, now)
            return
        for mark, at in [*map(_note, inbox["items"]), *map(_share, shares)]:
            self._marks[mark] = at
        self._settle(now)
        self._send_unread(inbox["unread"])

    def send(self, inbox: Row, shares: list[Row], now: datetime) -> None:
        """Send what is new in these rows; then everything up to `now` is sent."""
        fresh = [(mark, at) for mark, at in map(_share, shares) if mark not in self._marks]
        if fresh:
            self._marks.update(fresh)
            self._send("circle", {"count": len(fresh)})
        for item in reversed(inbox["items"]):
            mark, at = _note(item)
            if mark not in self._marks and not item["read"]:
                self._marks[mark] = at
                self._send("notification", {name: item[name] for name in ("key", "kind", "count")})
        self._settle(now)
        self._send_unread(inbox["unread"])

    def beat(self, now: datetime, every: timedelta) -> None:
        """Send a sign of life with the position after a silence of `every`."""
        if now - self._beat_at >= every:
            self._push(b"id: " + self._id() + b"\n" + BEAT)
            self._beat_at = now

    def end(self) -> None:
        """Queue the last frame; the reader takes what waits and closes."""
        if not self.ended:
            self._waiting.append(END)
            self.ended = True
            self._wake()

    def attach(self, wake: Callable[[], object]) -> None:
        """Call `wake`, from any thread, whenever a frame waits."""
        self._wake = wake
        wake()

    def take(self) -> bytes:
        """All waiting frames as one piece; empty when none waits."""
        frames = bytearray()
        while self._waiting:
            frames += self._waiting.popleft()
        return bytes(frames)

    def _send_unread(self, unread: int) -> None:
        if unread != self._unread:
            self._unread = unread
            self._send("unread", {"count": unread})

    def _settle(self, now: datetime) -> None:
        self.since = max(self.since, now)
        kept = [(mark, at) for mark, at in self._marks.items() if at > self.since - OVERLAP]
        self._marks = dict(sorted(kept, key=lambda pair: pair[1])[-MOST_MARKS:])

    def _send(self, event: str, data: Row) -> None:
        lines = (b"id: " + self._id(), f"event: {event}".encode(), b"data: " + orjson.dumps(data))
        self._push(b"\n".join(lines) + b"\n\n")

    def _push(self, frame: bytes) -> None:
        if len(self._waiting) >= MOST_WAITING:
            self.end()  # its reader does not read; it may reconnect with its last id
        if not self.ended:
            self._waiting.append(frame)
            self._wake()

    def _id(self) -> bytes:
        micros = (self.since - EPOCH) // timedelta(microseconds=1)
        return ".".join([str(micros), *self._marks]).encode()


def place(last_id: str | None, now: datetime) -> tuple[datetime, dict[str, datetime]]:
    """The instant, at most a day ago, and the marks of an id; `now` and no marks without a valid id."""
    first, *marks = (last_id or "").split(".")
    if not (first.isascii() and first.isdecimal() and len(first) < 18):
        return now, {}
    since = min(max(EPOCH + timedelta(microseconds=int(first)), now - REMEMBERED), now)
    return since, dict.fromkeys(marks[:MOST_MARKS], since)


def _note(item: Row) -> tuple[str, datetime]:
    return _mark(item["key"], item["newest_at"].isoformat(), str(item["count"])), item["newest_at"]


def _share(share: Row) -> tuple[str, datetime]:
    return _mark("share", share["id"]), share["published_at"]


def _mark(*words: str) -> str:
    return hashlib.blake2b("\n".join(words).encode(), digest_size=5).hexdigest()
