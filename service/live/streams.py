"""Every open event stream of this process, and the one thread that queries the graph for all of them.

The graph holds the facts, so every process sends the same events. A tick is three queries for any number
of streams. The next tick ends a stream after its session has ended.
"""

import threading
import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from prometheus_client import Gauge

from service.credentials.tokens import new_id
from service.errors import CircleError, Refused, Unauthenticated
from service.graph.client import Graph, Row
from service.live.notifications import inboxes
from service.live.stream import Stream

TICK_SECONDS = 1.0
JOIN_SECONDS = 2.0
BEAT_EVERY = timedelta(seconds=15)
AT_ONCE = 1000  # most notifications that one tick sends to a stream
WHOLE: Row = {"before": None, "before_key": None, "limit": AT_ONCE, "filtered": False, "language": "en"}
OPEN = Gauge("circle_streams", "Streams of events that are open", multiprocess_mode="livesum")
log = structlog.get_logger()


class Streams:
    """Opens streams, sends them new events about once a second, ends them. Threads may share it."""

    def __init__(self, graph: Graph, clock: Callable[[], datetime]) -> None:
        self._graph, self._clock = graph, clock
        self._open: dict[str, Stream] = {}
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def open(self, session: str, user: str, last_id: str | None) -> Stream:
        """A stream for this session that continues after `last_id`.

        Raises Refused `stream_limit`, Unauthenticated when the session has ended.
        """
        most = self._graph.one("events/rules")["streams"]
        stream = Stream(new_id(), session, user, last_id, self._clock())
        with self._change:
            if self._closed or sum(other.user == user for other in self._open.values()) >= most:
                raise Refused("stream_limit", limit=most)
            self._open[stream.key] = stream
        try:
            self._begin(stream)
        except CircleError:
            self.close(stream)
            raise
        return stream

    def close(self, stream: Stream) -> None:
        """Forget this stream: its reader is gone."""
        with self._change:
            self._open.pop(stream.key, None)
            OPEN.set(len(self._open))

    def shut(self) -> None:
        """End every stream, and open none from now on."""
        with self._change:
            self._closed = True
            ending = list(self._open.values())
            self._change.notify_all()
        for stream in ending:
            stream.end()

    def join(self) -> None:
        """Shut, and wait until the thread queries the graph no more."""
        self.shut()
        if self._thread:
            self._thread.join(JOIN_SECONDS)

    def tick(self) -> None:
        """Send new events to every stream, and end those without a valid session."""
        with self._change:
            streams = [stream for stream in self._open.values() if stream.ready]
        now = self._clock()
        rows, shares = self._new(streams, now)
        for stream in streams:
            if stream.key in rows:
                stream.send(rows[stream.key], shares.get(stream.key, []), now)
                stream.beat(now, BEAT_EVERY)
            else:
                stream.end()

    def _begin(self, stream: Stream) -> None:
        """Give the stream the rows so far before its reader gets the first byte."""
        now = self._clock()
        rows, shares = self._new([stream], now)
        if stream.key not in rows:
            raise Unauthenticated
        stream.baseline(rows[stream.key], shares.get(stream.key, []), now)
        with self._change:
            stream.ready = True
            OPEN.set(len(self._open))
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="streams", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def _new(self, streams: list[Stream], now: datetime) -> tuple[dict[str, Row], dict[str, list[Row]]]:
        """By stream, the row of recent notifications and the rows of recent shares."""
        requests = [stream.request() for stream in streams]
        rows = inboxes(self._graph, requests, now, **WHOLE)
        since = min((request["since"] for request in requests), default=now)
        shares = self._graph.rows("events/shares", ask={"streams": requests}, since=since, now=now)
        return {row["stream"]: row for row in rows}, {row["stream"]: row["shares"] for row in shares}

    def _run(self) -> None:
        """Tick while a stream is open. A database that is away for a while only delays events."""
        while not self._closed:
            with self._change:
                self._change.wait_for(lambda: self._closed or self._open)
            began = time.monotonic()
            try:
                self.tick()
            except CircleError as error:
                log.warning("streams wait", reason=str(error))
            with self._change:
                rest = max(TICK_SECONDS - (time.monotonic() - began), TICK_SECONDS / 2)
                self._change.wait_for(lambda: self._closed, rest)
