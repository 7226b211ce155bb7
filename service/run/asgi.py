"""The ASGI application of one web process of `circle serve`.

Flask answers plain requests in a few threads. This module keeps an answer with a stream of events open
on the event loop, so hundreds of readers need no threads.
"""

import asyncio
import signal
from typing import Any

from a2wsgi import WSGIMiddleware

from service.api.events import STREAM
from service.api.http.current import EXTENSION, Current
from service.live.stream import Stream
from service.live.streams import Streams

THREADS = 4
Message = Any  # what ASGI passes: a dict


class Application:
    """Flask's `wsgi` for every request; `streams` go on after Flask's answer."""

    def __init__(self, wsgi: Any, streams: Streams) -> None:
        self._wsgi = WSGIMiddleware(wsgi, workers=THREADS)
        self._streams = streams

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
        async def kept_open(message: Message) -> None:
            """Send what Flask sends; of a stream only the start."""
            if STREAM in scope and message["type"] == "http.response.start":
                message["headers"] = [each for each in message["headers"] if each[0] != b"content-length"]
            if STREAM not in scope or message["type"] == "http.response.start":
                await send(message)

        async def received() -> Message:
            """The next message, as a coroutine: the middleware needs one, and granian's is none."""
            return await receive()

        try:
            await self._wsgi(scope, received, kept_open)
            if STREAM in scope:
                await follow(scope[STREAM], receive, send)
        finally:
            if STREAM in scope:
                self._streams.close(scope[STREAM])


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
