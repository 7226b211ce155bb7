"""Run the background jobs."""

from datetime import UTC, datetime

import click

from service import settings as environment
from service.cli.signals import until_stopped
from service.credentials.keys import keys
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server
from service.logs import configure
from service.run import worker as jobs


@click.command()
@click.option("--once", is_flag=True, help="Run every job once and exit.")
@click.option("--alive", is_flag=True, help="Only check whether a worker is running.")
def worker(once: bool, alive: bool) -> None:
    """Run the background jobs on their schedule.

    One worker process is enough.
    """
    settings = environment.from_env()
    configure(settings.log_level, settings.log_file)
    if alive:
        jobs.alive(settings.home, datetime.now(UTC))
        return
    settings.home.mkdir(parents=True, exist_ok=True)
    with server(settings) as address:
        prepare(address)
        with opened(address) as graph:
            if once:
                now = jobs.agreed(graph, datetime.now(UTC))
                click.echo(jobs.run_all(graph, keys(settings), now))
            else:
                with until_stopped():
                    jobs.work(graph, keys(settings), settings.home)
