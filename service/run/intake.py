"""Takes a request in on the event loop, all of it, before a thread works on it.

A peer may be as slow as it likes: it holds a connection, but no thread. The pace that a body must keep is
that of Apache's mod_reqtimeout: some seconds, and one more for each so many bytes that have come.
"""

import asyncio
import time
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from werkzeug.exceptions import BadRequest, HTTPException, RequestEntityTooLarge, RequestTimeout

from service.actions.photos import MOST_BYTES
from service.app import MAX_BODY

SECONDS, BYTES_A_SECOND = 20.0, 5_000
IN_MEMORY = 64_000  # bytes of a body; a longer one waits in a file
LARGE = {"/v1/photos": MOST_BYTES}
LENGTHS = {b"content-length", b"transfer-encoding"}
Message = Any  # what ASGI passes: a dict


@dataclass
class Request:
    """A complete request: its ASGI scope in one spelling, and its body; or why it is refused."""

    scope: Any
    body: IO[bytes]
    refused: type[HTTPException] | None = None

    async def receive(self) -> Message:
        """The whole body, as one message."""
        return {"type": "http.request", "body": self.body.read(), "more_body": False}


async def take_in(scope: Any, receive: Any) -> Request:
    """The request, once its body is here.

    A body that is too large, too slow or broken refuses the request, and the rest of it is not read.
    """
    body = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115  the request closes it
    request = Request(spelled(scope), body)
    try:
        size = await _read(body, scope, receive)
    except HTTPException as refusal:
        request.refused, size = type(refusal), 0
        body.truncate(0)
    except BaseException:
        body.close()
        raise
    body.seek(0)
    if has_body(scope):
        request.scope["headers"].append((b"content-length", b"%d" % size))
    return request


def has_body(scope: Any) -> bool:
    """Whether a header announces a body, as HTTP/1 wants it (RFC 9112, 6.3)."""
    return any(name in LENGTHS for name, _ in scope["headers"])


def spelled(scope: Any) -> dict[str, Any]:
    """The scope as Flask may read it.

    The query is ASCII (RFC 3986, 2.1). A header with `_` in its name is dropped, since WSGI could not tell
    it from the header with `-`. The length of the body is left to `take_in`.
    """
    headers = [(name, value) for name, value in scope["headers"] if b"_" not in name and name not in LENGTHS]
    return {**scope, "headers": headers, "query_string": _ascii(scope["query_string"])}


def _ascii(query: bytes) -> bytes:
    if query.isascii():
        return query
    return b"".join(bytes((code,)) if code < 128 else b"%%%02X" % code for code in query)


async def _read(body: IO[bytes], scope: Any, receive: Any) -> int:
    """Read the body to its end. Returns its length; raises what refuses the request."""
    most, size, began = LARGE.get(scope["path"].rstrip("/"), MAX_BODY), 0, time.monotonic()
    if _announced(scope) > most:
        raise RequestEntityTooLarge
    more = has_body(scope)
    while more:
        left = began + SECONDS + size / BYTES_A_SECOND - time.monotonic()
        try:
            message = await asyncio.wait_for(receive(), left)
        except TimeoutError:
            raise RequestTimeout from None
        if message["type"] == "http.disconnect":
            raise BadRequest  # the chunks are none, or the peer has left and reads no answer
        size += body.write(message.get("body", b""))
        if size > most:
            raise RequestEntityTooLarge
        more = message.get("more_body", False)
    return size


def _announced(scope: Any) -> int:
    return max((int(value) for name, value in scope["headers"] if name == b"content-length"), default=0)
