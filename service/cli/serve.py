"""Start the service."""

import json
import multiprocessing
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click
import structlog

from service import settings as environment
from service.api.http.site import build
from service.cli import beside, demo, front, pauses
from service.cli.signals import until_stopped
from service.cli.watch import watched
from service.cli.where import ready
from service.errors import CircleError, Unavailable
from service.graph.probe import WrongPassword, version
from service.graph.ready import prepare, warm
from service.graph.server.embedded import Address, server
from service.logs import configure
from service.settings import Settings

log = structlog.get_logger()


@click.command()
def serve() -> None:
    """Serve the API and the web page."""
    settings = environment.from_env()
    configure(settings.log_level, settings.log_file)
    port = _free(settings)
    with until_stopped(), server(settings, must_answer=False) as address:
        _prepare(address)
        click.echo(f"http://{settings.host}:{port}")
        _serve(settings, port, address)


@click.command()
def run() -> None:
    """Run the service with the demo town and a worker.

    Loads the demo town into an empty graph first. `make run` calls this command.
    """
    settings = for_people()
    configure(settings.log_level, settings.log_file)
    port = _free(settings)
    with until_stopped(), server(settings) as address:
        prepare(address)
        demo.load(settings, address)
        with beside.worker():
            _serve(settings, port, address, then=lambda url: demo.introduce(settings, address, url))


def for_people() -> Settings:
    """Settings for a demo at a terminal: the log goes to a file in CIRCLE_HOME.

    The environment's own values win. Added values go into the environment, so that child processes have them.
    """
    file = environment.from_env().home / "logs" / "service.log"
    usual = {"CIRCLE_DEMO": "true", "CIRCLE_LOG_LEVEL": "warning", "CIRCLE_LOG_FILE": str(file)}
    os.environ.update({name: text for name, text in usual.items() if not os.environ.get(name, "").strip()})
    return environment.from_env()


def _serve(
    settings: Settings, port: int, address: Address, then: Callable[[str], None] | None = None
) -> None:
    """Answer requests until a signal; call `then` with the address after the first answer.

    Other commands read the address in CIRCLE_HOME/service.json.
    """
    build(settings)  # download the page's libraries before the first request
    url = f"http://{settings.host}:{port}"
    _note(settings.home, url)
    multiprocessing.set_start_method("spawn")  # a fork would copy the locks of the thread below
    if settings.warm_up:
        threading.Thread(target=_warm, args=(address,), daemon=True).start()
    if then:
        threading.Thread(target=_once_ready, args=(url, then), daemon=True).start()
    with watched(settings):
        front.answer(settings, port)


def _note(home: Path, url: str) -> None:
    """Write the address of the service into its home; raises Unavailable."""
    try:
        home.mkdir(parents=True, exist_ok=True)
        (home / "service.json").write_text(json.dumps({"url": url}), "utf-8")
    except OSError as error:
        raise Unavailable(f"Cannot use CIRCLE_HOME={home}: {error.strerror}.") from error


def _prepare(address: Address) -> None:
    """Prepare the graph; beside the first requests, which get a 503, when the database is away so far."""
    try:
        version(address)
        prepare(address)
    except WrongPassword:
        raise
    except Unavailable as error:
        log.warning("the service starts without its database", reason=str(error))
        threading.Thread(target=_prepare_later, args=(address,), daemon=True).start()


def _prepare_later(address: Address) -> None:
    pause = pauses.FIRST
    while True:
        time.sleep(pause)
        try:
            prepare(address)
        except CircleError as error:
            pause = pauses.longer(pause)
            log.warning("the database is still away", reason=str(error), again_in_seconds=pause)
        else:
            log.warning("the database answers, and the graph is prepared")
            return


def _warm(address: Address) -> None:
    """Warm up beside the first requests; they report a database that goes away."""
    with suppress(CircleError):
        warm(address)


def _once_ready(url: str, then: Callable[[str], None]) -> None:
    """Call `then` when the service answers; requests report the errors that are suppressed here."""
    while not ready(url):
        time.sleep(0.1)
    with suppress(CircleError):
        then(url)


def _free(settings: Settings) -> int:
    """The port of the settings, or any free port for 0; raises Unavailable when another program has it."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            place = f"{settings.host}:{settings.port}"
            why = f"Another program uses {place}: set CIRCLE_PORT, or 0 for any free port ({error})."
            raise Unavailable(why) from error
        return int(probe.getsockname()[1])
