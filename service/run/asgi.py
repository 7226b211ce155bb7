"""The ASGI application of one web process of `circle serve`.

Flask answers complete requests in a few threads, and probes in a few others, so that a busy service still
says that it lives. This module keeps an answer with a stream of events open on the event loop, so hundreds
of readers need no threads.
"""

import asyncio
import signal
from typing import Any

from a2wsgi import WSGIMiddleware
from werkzeug.exceptions import ServiceUnavailable

from service.api.events import STREAM
from service.api.http.arrival import REFUSED
from service.api.http.current import EXTENSION, Current
from service.live.stream import Stream
from service.live.streams import Streams
from service.run.intake import Request, take_in

THREADS, PROBING = 4, 2
WAITING = 400  # requests for a thread; more would only wait until their clients have left
PROBES = {"/livez", "/readyz", "/metrics"}
Message = Any  # what ASGI passes: a dict


class Application:
    """Flask's `wsgi` for every request; `streams` go on after Flask's answer."""

    def __init__(self, wsgi: Any, streams: Streams) -> None:
        self._wsgi = WSGIMiddleware(wsgi, workers=THREADS)
        self._probed = WSGIMiddleware(wsgi, workers=PROBING)
        self._streams = streams
        self._working = 0

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """One request, or the life of the process."""
        if scope["type"] == "lifespan":
            await self._live(receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, send)

    async def _live(self, receive: Any, send: Any) -> None:
        await receive()
        # granian waits for its requests before it announces the end, and streams do not end by themselves
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(self._streams.shut))
        await send({"type": "lifespan.startup.complete"})
        await receive()
        self._streams.shut()
        await send({"type": "lifespan.shutdown.complete"})

    async def _answer(self, scope: Any, receive: Any, send: Any) -> None:
        request = await take_in(scope, receive)
        try:
            await self._work(request, receive, send)
        finally:
            request.body.close()
            if STREAM in request.scope:
                self._streams.close(request.scope[STREAM])

    async def _work(self, request: Request, receive: Any, send: Any) -> None:
        """Let Flask answer, then send what its stream brings; a refusal and a probe wait for no thread."""
        scope = request.scope
        quick = bool(request.refused) or scope["path"] in PROBES
        if not quick and self._working >= THREADS + WAITING:
            request.refused, quick = ServiceUnavailable, True
        scope[REFUSED] = request.refused
        self._working += not quick
        try:
            await (self._probed if quick else self._wsgi)(scope, request.receive, kept_open(scope, send))
        finally:
            self._working -= not quick
        if STREAM in scope:
            await follow(scope[STREAM], receive, send)


def kept_open(scope: Any, send: Any) -> Any:
    """Send what Flask sends; of a stream only the start."""

    async def sent(message: Message) -> None:
        if STREAM in scope and message["type"] == "http.response.start":
            message["headers"] = [each for each in message["headers"] if each[0] != b"content-length"]
        if STREAM not in scope or message["type"] == "http.response.start":
            await send(message)

    return sent


async def follow(stream: Stream, receive: Any, send: Any) -> None:
    """Send the frames of `stream` until it ends or its reader is gone."""
    loop, waiting = asyncio.get_running_loop(), asyncio.Event()
    stream.attach(lambda: loop.call_soon_threadsafe(waiting.set))
    gone = loop.create_task(left(stream, receive))
    try:
        while not stream.ended:
            await waiting.wait()
            waiting.clear()
            if frames := stream.take():
                await send({"type": "http.response.body", "body": frames, "more_body": True})
        await send({"type": "http.response.body", "body": stream.take(), "more_body": False})
    finally:
        gone.cancel()


async def left(stream: Stream, receive: Any) -> None:
    """Wait until the reader is gone, then end the stream."""
    while (await receive())["type"] != "http.disconnect":
        pass
    stream.end()


def application() -> Application:
    """The application over the settings of this environment."""
    from service.run.wsgi import app  # noqa: PLC0415  connects to the database

    current: Current = app.extensions[EXTENSION]
    return Application(app, current.streams)
