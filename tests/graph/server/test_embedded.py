"""One server for every command on a CIRCLE_HOME, whatever happens to those who started it."""

import http.server
import os
import signal
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from service.errors import BadQuery, Misconfigured, Unavailable
from service.graph.console import console
from service.graph.probe import supported
from service.graph.server import configuration, embedded
from service.graph.server.embedded import Address, home_of, server
from service.graph.server.home import Record
from service.settings import ROOT, Settings
from tests.support.container import container

USER = """
import sys, time
from pathlib import Path
from service.graph.server.embedded import server
from service.settings import Settings

with server(Settings(Path(sys.argv[1]), Path(sys.argv[2]))) as address:
    print(address.uri, flush=True)
    sys.stdin.read()
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Iterator[Settings]:
    """Settings of a home that this file may break, stopped at the end."""
    own = replace(settings, home=tmp_path_factory.mktemp("own"))
    yield own
    embedded.stop(own)


def user_of(settings: Settings) -> subprocess.Popen[str]:
    """Another process that uses the server until its stdin ends; it prints the address."""
    command = [sys.executable, "-c", USER, str(settings.home), str(settings.cache)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def pid_of(settings: Settings) -> int | None:
    return embedded.status(settings).pid


def rows(address: Address, cypher: str) -> list[list[object]]:
    with console(address) as door:
        return door.run(cypher).rows


@pytest.fixture
def shared(settings: Settings, address: Address) -> Address:
    """The embedded server of this run."""
    if embedded.status(settings).uri != address.uri:
        pytest.skip("the database of this run is not embedded")
    return address


def test_two_processes_share_one_server(settings: Settings, shared: Address) -> None:
    pid = pid_of(settings)
    with user_of(settings) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == shared.uri
        assert sorted(embedded.status(settings).users) == sorted([os.getpid(), other.pid])
        other.communicate("")

    assert pid_of(settings) == pid
    assert embedded.status(settings).users == [os.getpid()]


def test_a_server_whose_starter_was_killed_is_used_and_then_stopped(own: Settings) -> None:
    with user_of(own) as starter:
        while embedded.home_of(own).record() is None:
            assert starter.poll() is None, "the user ended before the server was started"
            time.sleep(0.02)
        starter.kill()
    orphan = pid_of(own)
    assert orphan is not None

    with server(own) as address:
        assert pid_of(own) == orphan
        assert rows(address, "CREATE (:Kept) RETURN 1") == [[1]]

    assert not psutil.pid_exists(orphan)
    assert embedded.status(own).uri is None


def test_a_server_that_crashed_is_started_again_with_what_it_stored(own: Settings) -> None:
    with server(own) as address:
        rows(address, "CREATE (:Stored) RETURN 1")
        crashed = pid_of(own)
        assert crashed is not None
        os.kill(crashed, signal.SIGKILL)

        with server(own) as again:
            assert pid_of(own) not in {None, crashed}
            assert rows(again, "MATCH (n:Stored) RETURN count(n)") == [[1]]


def test_another_process_under_a_recorded_pid_is_left_alone(own: Settings) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as bystander:
        home_of(own).write(Record(bystander.pid, 1, "2026.08.1"))

        assert embedded.stop(own) is False

        assert bystander.poll() is None
        bystander.communicate(b"\n")
    assert home_of(own).record() is None


def test_the_wrong_password_is_one_line(own: Settings) -> None:
    file = home_of(own).folder / "password"
    right = file.read_text()
    file.write_text("not the one of the store")
    try:
        with pytest.raises(Unavailable, match=r"^The server does not take the password in .*$"), server(own):
            pass
    finally:
        file.write_text(right)
    assert pid_of(own) is None


def test_a_store_that_another_server_holds_is_one_line(
    own: Settings, settings: Settings, shared: Address, tmp_path: Path
) -> None:
    mine = replace(own, home=tmp_path)
    (home_of(mine).folder / "data").symlink_to(home_of(settings).folder / "data")

    with pytest.raises(Unavailable, match=r"^Another Neo4j, not ours to stop, has the store"), server(mine):
        pass

    assert rows(shared, "RETURN 1") == [[1]]


def test_a_taken_port_is_one_line(own: Settings) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as taken:
        port = taken.getsockname()[1]
        with (
            pytest.raises(Unavailable, match=rf"^Port {port} is taken"),
            server(replace(own, neo4j_bolt_port=port)),
        ):
            pass


@pytest.mark.parametrize(
    ("heap", "line"), [("999999g", "Not enough memory: .* ask for"), ("much", "is no amount of memory")]
)
def test_memory_that_cannot_be_is_one_line(heap: str, line: str, own: Settings) -> None:
    with pytest.raises((Unavailable, Misconfigured), match=line), server(replace(own, neo4j_heap=heap)):
        pass


def test_a_full_disk_is_one_line(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configuration, "FREE_BYTES", 10**18)

    with pytest.raises(Unavailable, match=r"^The disk of .* is full"), server(own):
        pass


def test_a_home_that_cannot_be_is_one_line(own: Settings, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with (
        pytest.raises(Unavailable, match=r"^Cannot use CIRCLE_HOME="),
        server(replace(own, home=tmp_path / "file")),
    ):
        pass


def test_the_password_is_for_its_owner_alone(settings: Settings, shared: Address) -> None:
    home = home_of(settings).folder
    seen = " ".join(psutil.Process(pid_of(settings)).cmdline())

    assert shared.password not in seen
    assert shared.password not in repr(shared)
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert {stat.S_IMODE((home / name).stat().st_mode) for name in ("password", "server.args")} == {0o600}


@pytest.mark.parametrize("source", ["file:///etc/passwd", "http://127.0.0.1:1/x.csv", "https://[::1]/x.csv"])
def test_a_query_reads_no_file_and_no_address(source: str, shared: Address) -> None:
    refused = r"allow_csv_import_from_file_urls' is false|blocked via the configuration property"
    with pytest.raises(BadQuery, match=refused):
        rows(shared, f"LOAD CSV FROM '{source}' AS line RETURN line")


def test_every_query_has_limits(shared: Address) -> None:
    names = ["db.transaction.timeout", "db.lock.acquisition.timeout", "db.memory.transaction.max"]

    found = rows(shared, f"SHOW SETTINGS {', '.join(map(repr, names))} YIELD value RETURN value")

    assert len(found) == 3
    assert not [value for [value] in found if value in {"0s", "0B"}]


def given(settings: Settings, uri: str, password: str = "some password") -> Settings:
    return replace(settings, neo4j_uri=uri, neo4j_password=password)


def test_a_given_address_is_used_as_it_is(settings: Settings, address: Address) -> None:
    with server(given(settings, address.uri, address.password)) as found:
        assert (found.uri, found.user) == (address.uri, "neo4j")


def test_a_given_address_that_refuses_the_password_is_one_line(settings: Settings, address: Address) -> None:
    with (
        pytest.raises(Unavailable, match=r"^\S+ refuses the password of user neo4j"),
        server(given(settings, address.uri)),
    ):
        pass


def test_a_given_address_where_nothing_answers_is_one_line(settings: Settings) -> None:
    with (
        pytest.raises(Unavailable, match=r"^No Neo4j answers at bolt://127\.0\.0\.1:1 "),
        server(given(settings, "bolt://127.0.0.1:1")),
    ):
        pass


def test_a_given_address_of_something_else_is_one_line(settings: Settings) -> None:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler) as web:
        thread = threading.Thread(target=web.serve_forever, args=(0.05,))
        thread.start()
        try:
            with (
                pytest.raises(Unavailable, match=r"no Neo4j|No Neo4j"),
                server(given(settings, f"bolt://127.0.0.1:{web.server_port}")),
            ):
                pass
        finally:
            web.shutdown()
            thread.join()


def test_a_given_address_that_is_none_is_one_line(settings: Settings) -> None:
    with (
        pytest.raises(Misconfigured, match=r"^NEO4J_URI='ftp://db' is not an address"),
        server(given(settings, "ftp://db")),
    ):
        pass


@pytest.mark.parametrize("agent", ["Neo4j/4.4.40", "Neo4j/5.25.1", "Neo4j/v5.11.0 compatible", "Other/9.9"])
def test_an_old_or_foreign_server_is_refused(agent: str) -> None:
    with pytest.raises(Unavailable, match=r"too old|no Neo4j"):
        supported(agent, "bolt://db")


@pytest.mark.parametrize("agent", ["Neo4j/5.26.0", "Neo4j/5.27-aura", "Neo4j/2026.08.1"])
def test_a_new_enough_server_is_taken(agent: str) -> None:
    assert supported(agent, "bolt://db") == agent.removeprefix("Neo4j/")


def test_no_docker_engine_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCKER_HOST", "tcp://127.0.0.1:1")

    with pytest.raises(Unavailable, match=r"^CIRCLE_TEST_DB=container needs a Docker engine"), container():
        pass
