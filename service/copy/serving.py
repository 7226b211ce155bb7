"""Serves the copy: a second Neo4j on loopback that writes nothing, with Neo4j Browser."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

import psutil

from service.copy.place import Place, Served
from service.copy.snapshot import newer
from service.errors import Unavailable
from service.graph.server import aot, jars
from service.graph.server.flock import held, take
from service.graph.server.java import program
from service.graph.server.process import PortTaken, find, free_port, launch, terminate, wait
from service.settings import Settings

BROWSER = Path(__file__).parents[1] / "graph" / "server" / "browser.lock"
TRIES = 3
# A query that is too large must not end the queries of other analysts.
OPTIONS = ("-XX:-ExitOnOutOfMemoryError",)
CONFIGURATION = """\
server.databases.default_to_read_only=true
server.http.enabled=true
server.http.listen_address=127.0.0.1:{port}
server.http.advertised_address=127.0.0.1:{port}
server.http_enabled_modules=BROWSER,QUERY_API_ENDPOINTS
client.allow_telemetry=false
# Neo4j Browser talks to this server only, and no other page talks to this server.
dbms.security.http_static_content_security_policy_header={policy}
dbms.security.http_access_control_allow_origin=http://127.0.0.1:{port}
"""
POLICY = (
    "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; "
    "connect-src 'self' ws://127.0.0.1:{bolt} http://127.0.0.1:{port}"
)


def serve(settings: Settings, tell: Callable[[Served], None]) -> None:
    """Serve the copy until a signal, and call `tell` each time it answers. Raises Unavailable.

    A server that ends by itself is started again at the same ports.
    """
    place = Place.of(settings)
    with held(place.serving) as handle:
        if not take(handle):
            raise Unavailable("Another process serves or replaces the copy already.")
        newer(place)
        if not place.home.store_exists:
            raise Unavailable("There is no copy yet: make one with `circle explore snapshot`.")
        while True:
            with started(settings, place) as (served, process):
                bolt, http = _port(served.bolt), _port(served.http)
                settings = replace(settings, copy_bolt_port=bolt, copy_http_port=http)
                tell(served)
                process.wait()


def _port(address: str) -> int:
    return int(address.rpartition(":")[2])


@contextmanager
def started(settings: Settings, place: Place) -> Iterator[tuple[Served, psutil.Process]]:
    """The addresses and the process of the copy's running server; stopped at the end."""
    terminate(place.home)  # a server left by a killed process
    try:
        served = _start(settings, place)
        place.tell(served)
        process = find(place.home)
        if process is None:
            raise Unavailable(f"The server of the copy ended; see {place.home.console}.")
        yield served, process
    finally:
        place.forget()
        terminate(place.home)


def _start(settings: Settings, place: Place) -> Served:
    neo4j = program(settings)
    options = (*OPTIONS, *aot.options(neo4j, settings.cache))
    browser = jars.fetch(BROWSER, settings.cache / "jars", settings.maven_repository)
    both = replace(neo4j, jars=(*neo4j.jars, *browser))
    for _ in range(TRIES):
        bolt, port = free_port(settings.copy_bolt_port), free_port(settings.copy_http_port)
        more = CONFIGURATION.format(port=port, policy=POLICY.format(bolt=bolt, port=port))
        record = launch(place.home, both, settings, options, bolt, more)
        with suppress(PortTaken):
            there = wait(place.home, record)
            return Served(there.uri, f"http://127.0.0.1:{port}", there.user, there.password)
    raise Unavailable("Other programs took the ports before the copy could listen: try again.")
