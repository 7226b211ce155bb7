"""Start the service."""

import json
import os
import socket
import tempfile

import click
from granian import Granian
from granian.constants import Interfaces

from service import settings as environment
from service.graph.embedded import server
from service.logs import configure
from service.settings import Settings
from service.start import demo, prepare

BLOCKING_THREADS = 4
BACKPRESSURE = 64


@click.command()
def serve() -> None:
    """Serve the API over the graph as it is."""
    settings = environment.from_env()
    configure(settings.log_level)
    with server(settings) as address:
        prepare(address)
        port = _free(settings)
        click.echo(f"http://{settings.host}:{port}")
        _serve(settings, port)


@click.command()
def run() -> None:
    """Serve the API with the demo town: what `make run` calls."""
    settings = environment.from_env()
    configure("warning")
    with server(settings) as address:
        prepare(address)
        port = _free(settings)
        demo(settings, address, f"http://{settings.host}:{port}")
        _serve(settings, port)


def _serve(settings: Settings, port: int) -> None:
    """Answer until told to stop; CIRCLE_HOME/service.json tells other commands where."""
    place = settings.home / "service.json"
    place.write_text(json.dumps({"url": f"http://{settings.host}:{port}"}), "utf-8")
    with tempfile.TemporaryDirectory(prefix="circle-metrics-") as folder:
        os.environ["PROMETHEUS_MULTIPROC_DIR"] = folder
        Granian(
            "service.wsgi:app",
            address=settings.host,
            port=port,
            interface=Interfaces.WSGI,
            workers=settings.workers,
            blocking_threads=BLOCKING_THREADS,
            backpressure=BACKPRESSURE,
            respawn_failed_workers=True,
            log_enabled=False,
        ).serve()


def _free(settings: Settings) -> int:
    """The port of the settings, or any free one for 0."""
    if settings.port:
        return settings.port
    with socket.socket() as probe:
        probe.bind((settings.host, 0))
        return int(probe.getsockname()[1])
