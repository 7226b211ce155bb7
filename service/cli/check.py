"""Check the invariants of the graph."""

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
@click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")
def check(names: tuple[str, ...], as_json: bool) -> None:
    """Check the invariants of the graph; change nothing.

    Checks the invariants called NAME, or all of them. The exit code is 1 if one is broken. A note reports an
    allowed state that is worth knowing.
    """
    with _graph() as graph:
        findings = list(_watched(graph, names))
    if as_json:
        click.echo(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False))
    else:
        _show(findings)
    sys.exit(any(finding.fails for finding in findings))


@contextmanager
def _graph() -> Iterator[Graph]:
    with server(environment.from_env()) as address:
        prepare(address)
        with opened(address, CHECKED_WITHIN) as graph:
            yield graph


def _watched(graph: Graph, names: tuple[str, ...]) -> Iterator[Finding]:
    every = checks.names(graph)
    if unknown := ", ".join(sorted(set(names) - set(every))):
        raise click.UsageError(f"No check is called {unknown}. The checks are: {', '.join(every)}.")
    wanted = names or every
    with bars(Console(stderr=True)) as progress:
        for done, finding in enumerate(checks.run(graph, wanted, now=datetime.now(UTC)), start=1):
            progress("checks", done, len(wanted))
            yield finding


def _show(findings: list[Finding]) -> None:
    table = Table(box=None, pad_edge=False)
    for column in ("", "check", "offenders", "examples"):
        table.add_column(column, overflow="fold", justify="right" if column == "offenders" else "left")
    for each in findings:
        mark = each.severity if each.offenders else "ok"
        table.add_row(mark, each.name, f"{each.offenders:,}", "\n".join(each.examples))
    Console().print(table)
    for each in findings:
        if each.offenders:
            click.echo(f"{each.severity}: {each.name}: not so: {each.title}")
