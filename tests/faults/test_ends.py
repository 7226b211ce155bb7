"""Parts of a running service end without warning; what is left starts them again."""

import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import psutil
import pytest

from service.cli import beside
from service.graph.server.embedded import Address
from tests.support.processes import SECONDS, descendants, of_home
from tests.support.proxy import wire
from tests.support.running import Running

AT_ONCE = 5.0  # s
WEB = 2  # processes, each of which finds out by itself


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service with a database of its own."""
    running = Running(tmp_path_factory.mktemp("ends"))
    running.environment["CIRCLE_REQUEST_SECONDS"] = "10"
    with running:
        yield running


def answer(service: Running, path: str = "/readyz") -> int:
    """The status of a request; 0 when nobody takes it."""
    try:
        return httpx.get(service.url + path, timeout=AT_ONCE).status_code
    except httpx.TransportError:
        return 0


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.2)


def parts(service: Running, word: str) -> list[psutil.Process]:
    """The processes of the service whose command has this word."""
    return [each for each in descendants(service.pid) if word in " ".join(each.cmdline())]


def test_a_web_process_that_is_killed_twice_is_started_again(service: Running) -> None:
    for _ in range(2):
        for web in parts(service, "spawn_main"):
            web.send_signal(signal.SIGKILL)
        until(lambda: answer(service) == 200)


def test_a_database_that_is_killed_is_started_again_where_it_was(service: Running) -> None:
    (database,) = parts(service, "server.args")
    database.send_signal(signal.SIGKILL)
    until(lambda: answer(service, "/livez") == 200 and answer(service) == 503)
    until(lambda: answer(service) == 200)
    assert answer(service, "/v1/levels") == 200
    assert "ok" in service.circle("check")


def test_a_worker_that_is_killed_is_started_again(
    database: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (database | {"CIRCLE_HOME": str(tmp_path)}).items():
        monkeypatch.setenv(name, text)
    alive = tmp_path / "worker.alive"
    with beside.worker():
        until(alive.exists)
        for each in of_home(tmp_path):
            each.kill()
        alive.unlink()
        until(alive.exists)
    assert of_home(tmp_path) == []


def test_a_database_that_hangs_is_refused_at_once_and_used_again(service: Running) -> None:
    (database,) = parts(service, "server.args")
    database.send_signal(signal.SIGSTOP)
    try:
        assert answer(service, "/livez") == 200
        until(lambda: answer(service) == 503)
        until(lambda: {answer(service, "/v1/levels") for _ in range(WEB * 4)} == {503})
        began = time.monotonic()
        assert {answer(service, "/v1/levels") for _ in range(WEB * 4)} == {503}
        assert answer(service, "/livez") == 200
        assert time.monotonic() - began < AT_ONCE
    finally:
        database.send_signal(signal.SIGCONT)
    until(lambda: answer(service) == 200)
    until(lambda: answer(service, "/v1/levels") == 200)


def test_a_service_starts_before_its_database(
    address: Address, database: dict[str, str], tmp_path: Path
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    away = database | {"NEO4J_URI": f"bolt://127.0.0.1:{port}"}
    running = Running(tmp_path / "new", away, to_be_ready=False)
    running.environment["CIRCLE_REQUEST_SECONDS"] = "10"
    with running as service:
        until(lambda: answer(service, "/livez") == 200)
        until(lambda: {answer(service, "/v1/levels") for _ in range(WEB * 4)} == {503})
        refused = httpx.get(f"{service.url}/v1/levels", timeout=AT_ONCE)
        assert (refused.status_code, refused.json()["code"]) == (503, "unavailable")
        assert int(refused.headers["Retry-After"]) > 0
        assert answer(service) == 503
        with wire(address, port):
            until(lambda: answer(service) == 200)
            until(lambda: answer(service, "/v1/levels") == 200)
