"""The database of an installation: the address in NEO4J_URI, or a server of our own.

Each user of our server holds a lock that ends with its process. The first user starts the server, the
last one stops it. When the starter is killed, the server runs on until its next last user stops it.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace

from rich.console import Console

from service.errors import Unavailable
from service.graph.probe import Address, version
from service.graph.server import aot
from service.graph.server.home import Home, Record
from service.graph.server.java import Program, program
from service.graph.server.process import Ended, PortTaken, address, find, launch, terminate, wait
from service.settings import Settings

__all__ = ["Address", "Status", "server", "start", "status", "stop", "stopped"]


@dataclass(frozen=True)
class Status:
    """The state of the embedded server; `uri` is None while it is stopped."""

    uri: str | None
    pid: int | None
    version: str | None
    keep: bool
    users: list[int]
    store_bytes: int


@contextmanager
def server(settings: Settings, *, must_answer: bool = True) -> Iterator[Address]:
    """The database of these settings, for as long as the context lasts.

    It is at NEO4J_URI if set, else the embedded server of CIRCLE_HOME. That one is started when it does
    not run, and stopped when its last user leaves, unless `start` keeps it. Raises Unavailable or
    Misconfigured with one line for the operator; only where it `must_answer`, for a silent NEO4J_URI.
    """
    if settings.neo4j_uri:
        place = _given(settings, settings.neo4j_uri)
        if must_answer:
            version(place)
        yield place
        return
    home = home_of(settings)
    with ExitStack() as stack:
        with home.gate():
            stack.callback(_leave, home)
            stack.enter_context(home.user())
            place = address(home, _running(home, settings).port)
        yield place


def start(settings: Settings) -> Address:
    """Start the embedded server unless it runs, and keep it running without users."""
    home = home_of(settings)
    with home.gate():
        record = _running(home, settings)
        home.write(replace(record, keep=True))
    return address(home, record.port)


def again(settings: Settings) -> Address:
    """The embedded server, started if it has ended: at the same port, where its users look for it."""
    home = home_of(settings)
    with home.gate():
        return address(home, _running(home, settings).port)


def stop(settings: Settings) -> bool:
    """Stop the embedded server. Returns whether it ran; raises Unavailable while somebody uses it."""
    home = home_of(settings)
    with home.gate():
        return _stop(home)


@contextmanager
def stopped(settings: Settings) -> Iterator[None]:
    """Stop the embedded server and let nobody start it; a kept one starts again at the end.

    Raises Unavailable while somebody uses it.
    """
    home = home_of(settings)
    with home.gate():
        record = home.record()
        kept = _stop(home) and record and record.keep
        home.bring_back()  # of a load that was killed
        try:
            yield
        finally:
            if kept:
                home.write(replace(_running(home, settings), keep=True))


def status(settings: Settings) -> Status:
    """The state of the embedded server now; it waits for nothing and changes nothing."""
    home = home_of(settings)
    record, process = home.record(), find(home)
    running = bool(record and process)
    return Status(
        uri=address(home, record.port).uri if record and running else None,
        pid=process.pid if process else None,
        version=record.version if record and running else None,
        keep=bool(record and running and record.keep),
        users=home.users(),
        store_bytes=home.size(),
    )


def home_of(settings: Settings) -> Home:
    """The folder of the embedded server of CIRCLE_HOME; raises Unavailable when it cannot be created."""
    try:
        return Home.of(settings.home / "neo4j")
    except OSError as error:
        raise Unavailable(f"Cannot use CIRCLE_HOME={settings.home}: {error.strerror}.") from error


def _given(settings: Settings, uri: str) -> Address:
    return Address(uri, settings.neo4j_user, settings.neo4j_password, settings.neo4j_database)


def _running(home: Home, settings: Settings) -> Record:
    """The server that answers now, started if it did not run; call it inside the gate."""
    record = home.record()
    if record and find(home):
        with suppress(Ended):
            wait(home, record)
            return record
    terminate(home)  # a server left by a command that was killed in a start or stop
    neo4j = program(settings)
    with Console(stderr=True).status(f"Starting Neo4j {neo4j.version}"):
        record = _start(home, settings, neo4j, before=record.port if record else 0)
    aot.train_later(neo4j, settings.cache)
    return record


def _start(home: Home, settings: Settings, neo4j: Program, *, before: int) -> Record:
    """Start a server: at the port of the settings, else at the one of `before`, else at any free one."""
    for port in (settings.neo4j_bolt_port or before, 0, 0):
        try:
            return _answering(home, settings, neo4j, port)
        except PortTaken:
            if settings.neo4j_bolt_port:
                raise
    raise Unavailable("Three ports in a row were taken before Neo4j could listen: try again.")


def _answering(home: Home, settings: Settings, neo4j: Program, port: int) -> Record:
    """Start a server and wait for its answer. After an error or an interrupt, no server is left."""
    try:
        record = launch(home, neo4j, settings, aot.options(neo4j, settings.cache), port)
        wait(home, record)
    except BaseException:
        terminate(home)
        raise
    return record


def _stop(home: Home) -> bool:
    if users := home.users():
        who = ", ".join(map(str, users))
        raise Unavailable(f"The database is in use by process {who}: stop that first.")
    ran = find(home) is not None
    terminate(home)
    return ran


def _leave(home: Home) -> None:
    with home.gate():
        home.sweep()
        record = home.record()
        if not home.users() and not (record and record.keep):
            terminate(home)
