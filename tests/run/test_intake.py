"""A request is complete and in one spelling before a thread works on it."""

import asyncio
from collections.abc import Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

import pytest
from werkzeug.exceptions import BadRequest, RequestEntityTooLarge, RequestTimeout

from service.actions.photos import MOST_BYTES
from service.app import MAX_BODY
from service.run import intake
from service.run.intake import spelled, take_in

T = TypeVar("T")
Headers = list[tuple[bytes, bytes]]
CHUNKED = [(b"transfer-encoding", b"chunked")]


def run(work: Coroutine[Any, Any, T]) -> T:
    """What the coroutine returns; in a thread, as the browser's tests keep a loop running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, work).result()


def scope(path: str = "/v1/sessions", headers: Headers | None = None, query: bytes = b"") -> dict[str, Any]:
    return {"path": path, "headers": headers or [], "query_string": query}


def taken(
    parts: Iterable[bytes], path: str = "/v1/sessions", headers: Headers = CHUNKED
) -> tuple[object, Headers, bytes]:
    """Why the request with this body in parts is refused, its headers, and its body as a handler gets it."""
    waiting = list(parts)

    async def receive() -> dict[str, Any]:
        if not waiting:
            await asyncio.sleep(60)
        return {"type": "http.request", "body": waiting.pop(0), "more_body": bool(waiting)}

    async def whole() -> tuple[object, Headers, bytes]:
        request = await take_in(scope(path, headers), receive)
        with request.body:
            return request.refused, request.scope["headers"], (await request.receive())["body"]

    return run(whole())


async def refusal(receive: Any, headers: Headers) -> object:
    """Why a request with these headers is refused."""
    request = await take_in(scope(headers=headers), receive)
    with request.body:
        return request.refused


def test_a_body_in_chunks_is_whole_and_has_a_length() -> None:
    refused, headers, body = taken([b'{"handle"', b": ", b'"ada"}'])
    assert (refused, headers) == (None, [(b"content-length", b"17")])
    assert body == b'{"handle": "ada"}'


@pytest.mark.parametrize(("path", "most"), [("/v1/sessions", MAX_BODY), ("/v1/photos", MOST_BYTES)])
def test_a_body_is_as_long_as_its_route_takes(path: str, most: int) -> None:
    parts = [b"0" * 50_000] * (most // 50_000) + [b"0" * (most % 50_000)]
    refused, _, body = taken(parts, path)
    assert (refused, len(body)) == (None, most)
    assert taken([*parts, b"0"], path)[0] is RequestEntityTooLarge


def test_a_length_that_is_too_large_is_refused_before_the_body_comes() -> None:
    assert taken([], headers=[(b"content-length", b"99999999")])[0] is RequestEntityTooLarge


def test_a_body_that_stops_coming_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "SECONDS", 0.05)

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {}

    assert run(refusal(receive, [(b"content-length", b"50")])) is RequestTimeout


def test_a_body_that_breaks_off_is_refused() -> None:
    async def receive() -> dict[str, Any]:
        return {"type": "http.disconnect"}

    assert run(refusal(receive, CHUNKED)) is BadRequest


def test_a_query_is_ascii_and_no_header_takes_the_place_of_another() -> None:
    headers = [(b"x_forwarded_for", b"127.0.0.1"), (b"x-forwarded-for", b"9.9.9.9")]
    clean = spelled(scope(headers=headers, query="q=茶&n=1%20".encode()))
    assert clean["query_string"] == b"q=%E8%8C%B6&n=1%20"
    assert clean["headers"] == [(b"x-forwarded-for", b"9.9.9.9")]
