"""Strangers at the sockets of a real service: slow, idle, many, odd."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import urlsplit

import httpx
import pytest

from service.cli.front import HEADER_SECONDS, open_files
from tests.support.running import Running

SLOW, IDLE = 60, 1500
AT_ONCE = 5.0  # s, on a busy machine; a service without threads answers never
KEPT = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"


@pytest.fixture(scope="module")
def service(empty_database: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    open_files()  # this side has as many sockets as the other
    with Running(tmp_path_factory.mktemp("sockets"), empty_database) as running:
        yield running


def connected(service: Running, stack: ExitStack, sent: bytes = b"") -> socket.socket:
    """A connection that has sent these bytes, and is closed with the stack."""
    place = urlsplit(service.url)
    assert place.hostname
    assert place.port
    opened = stack.enter_context(socket.create_connection((place.hostname, place.port), timeout=AT_ONCE))
    opened.sendall(sent)
    return opened


def answered(service: Running, path: str = "/livez") -> int:
    """The status of one request on a connection of its own, which must come at once."""
    return httpx.get(service.url + path, timeout=AT_ONCE).status_code


def status(opened: socket.socket) -> int:
    """The status of the answer that comes over a raw connection."""
    return int(opened.recv(4096).split()[1])


def request(method: str, target: str, *headers: str) -> bytes:
    lines = [f"{method} {target} HTTP/1.1", "Host: localhost", *headers, "", ""]
    return "\r\n".join(lines).encode()


def test_bodies_that_do_not_come_hold_no_thread(service: Running) -> None:
    begun = request("POST", "/v1/sessions", "Content-Type: application/json", "Content-Length: 50") + b"{"
    with ExitStack() as stack:
        for _ in range(SLOW):
            connected(service, stack, begun)
        for path, expected in (("/livez", 200), ("/readyz", 200), ("/v1/levels", 200), ("/v1/circle", 401)):
            assert answered(service, path) == expected


def test_connections_that_say_nothing_keep_nobody_out_and_are_closed(service: Running) -> None:
    with ExitStack() as stack:
        silent = connected(service, stack)
        begun = connected(service, stack, b"GET /livez HTTP/1.1\r\nHost: local")
        kept = connected(service, stack, KEPT)
        assert status(kept) == 200
        for _ in range(IDLE):
            connected(service, stack)
        assert answered(service) == 200
        assert answered(service, "/v1/levels") == 200
        time.sleep(HEADER_SECONDS + 1)
        for opened in (silent, begun, kept):
            while opened.recv(4096):
                pass  # what was left of an answer, or a 408; then the end


def test_a_body_in_chunks_is_a_body(service: Running) -> None:
    head = request("POST", "/v1/sessions", "Content-Type: application/json", "Transfer-Encoding: chunked")
    with ExitStack() as stack:
        opened = connected(service, stack, head + b'2\r\n{"\r\n')
        opened.sendall(b'20\r\nhandle": "eve", "password": "p"}\r\n0\r\n\r\n')
        assert status(opened) == 401
        assert status(connected(service, stack, head + b'2\r\n{"\r\nno length\r\n')) == 400


@pytest.mark.parametrize(
    ("target", "expected"), [("/v1/circle/search?q=茶", 401), ("/v1/levels?q=茶", 200), ("/v1/茶", 404)]
)
def test_an_address_in_plain_chinese_is_read(service: Running, target: str, expected: int) -> None:
    with ExitStack() as stack:
        assert status(connected(service, stack, request("GET", target))) == expected


def test_a_length_beyond_every_route_is_refused_before_it_comes(service: Running) -> None:
    head = request("POST", "/v1/sessions", "Content-Type: application/json", "Content-Length: 999999999")
    with ExitStack() as stack:
        assert status(connected(service, stack, head)) == 413
