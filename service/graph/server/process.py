"""One Neo4j server as a process, which may outlive its starter: settings, start and stop."""

import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psutil

from service.errors import Unavailable
from service.graph.probe import Address, WrongPassword, version
from service.graph.server.configuration import LIVING, check_room, configure
from service.graph.server.home import Home, Record
from service.graph.server.java import SERVER, Program, last_words
from service.settings import Settings

START_SECONDS = 300  # a large store that was not stopped cleanly recovers first
STOP_SECONDS = 60


class Ended(Unavailable):
    """The server ended before it answered."""


class PortTaken(Ended):
    """Another program listens on the server's port."""


_children: dict[int, subprocess.Popen[bytes]] = {}


def address(home: Home, port: int) -> Address:
    """The address of the server of `home`."""
    return Address(f"bolt://127.0.0.1:{port}", "neo4j", home.password, "neo4j")


def launch(
    home: Home,
    program: Program,
    settings: Settings,
    options: tuple[str, ...],
    port: int = 0,
    more: str = LIVING,
) -> Record:
    """Start the server of `home` and return at once; raises Unavailable when it cannot work.

    It will listen at `port`, or at any free one for 0. `more` is added to its configuration.
    """
    check_room(home, settings)
    port = free_port(port)
    home.bring_back()  # of a load that was killed
    configure(home, settings, port, more)
    if home.is_new:
        (home.folder / "data" / "dbms" / "auth.ini").unlink(missing_ok=True)
        program.admin(home.folder, "dbms", "set-initial-password", home.password)
    crash = f"-XX:ErrorFile={home.folder}/logs/crash.log"
    words = (f"-Xmx{settings.neo4j_heap}", crash, *options, *settings.neo4j_java)
    places = (f"--home-dir={home.folder}", f"--config-dir={home.folder / 'conf'}")
    command = program.command(home.arguments, *words, SERVER, *places)
    with home.console.open("wb") as console:
        # Its own session: Ctrl-C in the terminal reaches only us, and we stop the server in order.
        child = subprocess.Popen(  # noqa: S603  jars of the lock
            command,
            cwd=home.folder,
            stdin=subprocess.DEVNULL,
            stdout=console,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _children[child.pid] = child
    record = Record(child.pid, port, program.version)
    home.write(record)
    return record


def find(home: Home) -> psutil.Process | None:
    """The running server of `home`. Its command line identifies it, so a reused pid misleads nobody."""
    record = home.record()
    pids = [record.pid] if record else []
    for pid in [*pids, *psutil.pids()]:
        with suppress(psutil.Error):
            process = psutil.Process(pid)
            program, *arguments = process.cmdline() or [""]
            if Path(program).name == "java" and arguments == [f"@{home.arguments}"]:
                return process
    return None


def wait(home: Home, record: Record) -> Address:
    """The server's address, once it answers; raises Ended, with its last log line, when it ends instead."""
    place = address(home, record.port)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if _has_ended(home, record):
            raise _end(home, record)
        with suppress(OSError), socket.create_connection(("127.0.0.1", record.port), timeout=1):
            try:
                version(place)
            except WrongPassword as error:
                raise WrongPassword(
                    f"The server does not take the password in {home.folder / 'password'}: put the "
                    f"old one back, or remove {home.folder} to start with an empty graph."
                ) from error
            except Unavailable:
                pass
            else:
                return place
        time.sleep(0.05)
    raise Unavailable(f"Neo4j did not answer in {START_SECONDS} s; see {home.console}.")


def terminate(home: Home, seconds: float = STOP_SECONDS) -> None:
    """Stop the server of `home` in order, and after `seconds` by force."""
    process = find(home)
    home.forget()  # first: a server without a record is about to end
    if process:
        with suppress(psutil.NoSuchProcess):
            process.terminate()
            try:
                process.wait(seconds)
            except psutil.TimeoutExpired:
                process.kill()
                process.wait()
    for pid, child in list(_children.items()):
        if child.poll() is not None:
            del _children[pid]


def free_port(wanted: int) -> int:
    """A port that is free now; raises Unavailable when `wanted` is not 0 and is taken."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", wanted))
        except OSError as error:
            raise _taken(wanted) from error
        return int(listener.getsockname()[1])


def _has_ended(home: Home, record: Record) -> bool:
    """Whether the server is gone. A child of ours is polled, as its command line is empty at first."""
    child = _children.get(record.pid)
    return find(home) is None if child is None else child.poll() is not None


def _end(home: Home, record: Record) -> Ended:
    """The error that explains the end of the server."""
    log = home.console.read_text("utf-8", errors="replace")
    home.forget()
    if "PortBindException" in log:
        return _taken(record.port)
    if "FileLockException" in log:
        return Ended(f"Another Neo4j, not ours to stop, has the store in {home.folder}.")
    if "OutOfMemoryError" in log or "insufficient memory" in log:
        return Ended("Not enough memory (CIRCLE_NEO4J_HEAP, CIRCLE_NEO4J_PAGECACHE).")
    return Ended(f"Neo4j ended while starting: {last_words(log)} (more in {home.console})")


def _taken(port: int) -> PortTaken:
    return PortTaken(f"Port {port} is taken by another program (CIRCLE_BOLT_PORT=0: any free one).")
