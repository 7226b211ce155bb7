"""One Neo4j server as a process that may outlive who started it: settings, start and stop."""

import re
import shutil
import socket
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import psutil

from service.errors import Misconfigured, Unavailable
from service.graph.home import Home, Record
from service.graph.java import SERVER, Program, last_words
from service.graph.probe import Address, WrongPassword, version
from service.settings import Settings

FREE_BYTES = 500_000_000  # what a server needs on its disk to start and to write for a while
START_SECONDS = 300  # a large store that was not stopped cleanly recovers first
STOP_SECONDS = 60

CONFIGURATION = """\
server.default_listen_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:{port}
server.bolt.advertised_address=127.0.0.1:{port}
server.http.enabled=false
server.https.enabled=false
server.memory.pagecache.size={pagecache}
server.logs.gc.enabled=false
dbms.usage_report.enabled=false
dbms.security.auth_enabled=true
# A query can read no file and no address.
dbms.security.allow_csv_import_from_file_urls=false
internal.dbms.cypher_ip_blocklist=0.0.0.0/0,::/0
# No query is without a limit, and none is logged: parameters are private.
db.transaction.timeout=120s
db.lock.acquisition.timeout=5s
db.memory.transaction.max={transaction}
dbms.memory.transaction.total.max={transactions}
db.logs.query.enabled=OFF
# A stop need not wait for anybody: whoever used the server has left.
db.shutdown_transaction_end_timeout=0s
internal.server.bolt.connection_shutdown_wait_time=0s
internal.server.bolt.thread_pool_shutdown_wait_time=0s
db.tx_log.preallocate=false
"""


class PortTaken(Unavailable):
    """Another program listens where the server should."""


_children: dict[int, subprocess.Popen[bytes]] = {}


def address(home: Home, port: int) -> Address:
    """Where the server of `home` answers."""
    return Address(f"bolt://127.0.0.1:{port}", "neo4j", home.password, "neo4j")


def launch(home: Home, program: Program, settings: Settings, options: tuple[str, ...]) -> Record:
    """Start the server of `home` and return at once; raises Unavailable when it cannot work."""
    _check_room(home, settings)
    port = _port(settings.neo4j_bolt_port)
    _configure(home, settings, port)
    if home.is_new:
        (home.folder / "data" / "dbms" / "auth.ini").unlink(missing_ok=True)
        program.admin(home.folder, "dbms", "set-initial-password", home.password)
    words = (f"-Xmx{settings.neo4j_heap}", f"-XX:ErrorFile={home.folder}/logs/crash.log", *options)
    places = (f"--home-dir={home.folder}", f"--config-dir={home.folder / 'conf'}")
    command = program.command(home.arguments, *words, SERVER, *places)
    with home.console.open("wb") as console:
        # A session of its own: Ctrl-C in the terminal is for us, who then stop it in order.
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
    """The living server of `home`, told by its command line, so a recycled pid is no mistake."""
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
    """Its address, when it answers; raises Unavailable with its last words when it ends instead."""
    place = address(home, record.port)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if find(home) is None:
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
    """Stop the server of `home` in order; after `seconds`, by force."""
    process = find(home)
    home.forget()  # first: what is found without a record is on its way out
    if process:
        with suppress(psutil.NoSuchProcess):
            process.terminate()
            try:
                process.wait(seconds)
            except psutil.TimeoutExpired:
                process.kill()
                process.wait()
        if child := _children.pop(process.pid, None):
            child.poll()


def size(text: str) -> int:
    """The bytes that `512m` or `1g` stands for; raises Misconfigured."""
    found = re.fullmatch(r"(\d+)([kmg])", text.lower())
    if not found:
        raise Misconfigured(f"{text!r} is no amount of memory: write 512m or 1g.")
    return int(found[1]) << 10 * ("kmg".index(found[2]) + 1)


def _check_room(home: Home, settings: Settings) -> None:
    wanted = size(settings.neo4j_heap) + size(settings.neo4j_pagecache)
    memory = psutil.virtual_memory().total
    if wanted > memory:
        raise Unavailable(
            f"Not enough memory: CIRCLE_NEO4J_HEAP and CIRCLE_NEO4J_PAGECACHE ask for "
            f"{wanted >> 20} MB, this machine has {memory >> 20} MB."
        )
    if (free := shutil.disk_usage(home.folder).free) < FREE_BYTES:
        raise Unavailable(
            f"The disk of {home.folder} is full: {free / 1e6:.0f} MB are free, "
            f"{FREE_BYTES / 1e6:.0f} MB are needed."
        )


def _port(wanted: int) -> int:
    """A port that is free now; raises Unavailable when `wanted` is not 0 and is taken."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", wanted))
        except OSError as error:
            raise _taken(wanted) from error
        return int(listener.getsockname()[1])


def _configure(home: Home, settings: Settings, port: int) -> None:
    heap = size(settings.neo4j_heap)
    text = CONFIGURATION.format(
        port=port,
        pagecache=settings.neo4j_pagecache,
        transaction=heap // 4,
        transactions=heap // 2,
    )
    (home.folder / "conf" / "neo4j.conf").write_text(text, "utf-8")


def _end(home: Home, record: Record) -> Unavailable:
    """Why the server ended."""
    log = home.console.read_text("utf-8", errors="replace")
    home.forget()
    if "PortBindException" in log:
        return _taken(record.port)
    if "FileLockException" in log:
        return Unavailable(f"Another Neo4j, not ours to stop, has the store in {home.folder}.")
    if "OutOfMemoryError" in log or "insufficient memory" in log:
        return Unavailable("Not enough memory (CIRCLE_NEO4J_HEAP, CIRCLE_NEO4J_PAGECACHE).")
    return Unavailable(f"Neo4j ended while starting: {last_words(log)} (more in {home.console})")


def _taken(port: int) -> PortTaken:
    return PortTaken(f"Port {port} is taken by another program (CIRCLE_BOLT_PORT=0: any free one).")
