"""Look whether the graph keeps its invariants."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime

import click
from rich.console import Console
from rich.table import Table

from service import settings as environment
from service.actions import checks
from service.actions.checks import Finding
from service.cli.progress import bars
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server

CHECKED_WITHIN = 600.0


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME...]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def check(names: tuple[str, ...], as_json: bool) -> None:
    """Check every invariant of the graph, or those called NAME; nothing is changed.

    Leaves with 1 when one is broken. Notes tell of what is allowed but worth knowing.
    """
    with _graph() as graph:
        findings = list(_watched(graph, names))
    if as_json:
        click.echo(json.dumps([asdict(found) for found in findings], ensure_ascii=False))
    else:
        _show(findings)
    sys.exit(any(found.fails for found in findings))


@contextmanager
def _graph() -> Iterator[Graph]:
    with server(environment.from_env()) as address:
        prepare(address)
        with opened(address, CHECKED_WITHIN) as graph:
            yield graph


def _watched(graph: Graph, names: tuple[str, ...]) -> Iterator[Finding]:
    every = checks.names(graph)
    if unknown := ", ".join(sorted(set(names) - set(every))):
        raise click.UsageError(f"No check is called {unknown}. There are: {', '.join(every)}.")
    wanted = names or every
    with bars(Console(stderr=True)) as progress:
        for done, found in enumerate(checks.run(graph, wanted, now=datetime.now(UTC)), start=1):
            progress("checks", done, len(wanted))
            yield found


def _show(findings: list[Finding]) -> None:
    table = Table(box=None, pad_edge=False)
    for column in ("", "check", "offenders", "examples"):
        table.add_column(column, overflow="fold", justify="right" if column == "offenders" else "left")
    for found in findings:
        mark = found.severity if found.offenders else "ok"
        table.add_row(mark, found.name, f"{found.offenders:,}", "\n".join(found.examples))
    Console().print(table)
    for found in findings:
        if found.offenders:
            click.echo(f"{found.severity}: {found.name}: not so: {found.title}")
