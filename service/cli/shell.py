"""A Cypher prompt."""

import contextlib
import json
import sys
from collections.abc import Iterator

import click
from rich.console import Console as Terminal
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from service import settings as environment
from service.cli.signals import prompting
from service.errors import BadQuery
from service.graph.console import Answer, Console, console, statements
from service.graph.server.embedded import server


@click.command()
@click.option("-c", "--command", "text", metavar="CYPHER", help="Run this and exit.")
@click.option("--json", "as_json", is_flag=True, help="Print each row as a JSON object.")
def shell(text: str | None, as_json: bool) -> None:
    """Run Cypher from a prompt, from standard input, or from -c.

    A statement ends with a semicolon and may have several lines. A terminal shows rows as a table; other
    outputs get JSON.
    """
    as_json = as_json or not sys.stdout.isatty()
    with server(environment.from_env()) as address, console(address) as cypher:
        if text is None and sys.stdin.isatty():
            with prompting():
                _prompt(cypher, as_json)
        else:
            _script(cypher, text if text is not None else sys.stdin.read(), as_json)


def _script(cypher: Console, text: str, as_json: bool) -> None:
    ended, rest = statements(text)
    for statement in [*ended, *([rest] if rest.strip() else [])]:
        _show(cypher.run(statement), as_json)


def _prompt(cypher: Console, as_json: bool) -> None:
    click.echo("End a statement with a semicolon. Ctrl-C clears the line, Ctrl-D exits.", err=True)
    for statement in _typed():
        try:
            _show(cypher.run(statement), as_json)
        except BadQuery as error:
            click.echo(str(error), err=True)


def _typed() -> Iterator[str]:
    """The statements typed at the prompt, until Ctrl-D."""
    with contextlib.suppress(ImportError):
        import readline  # noqa: F401, PLC0415  gives input() its line editing
    rest = ""
    while True:
        try:
            rest += input("   ...> " if rest.strip() else "circle> ") + "\n"
        except KeyboardInterrupt:
            rest = ""
            click.echo()
        except EOFError:
            click.echo()
            return
        else:
            ended, rest = statements(rest)
            yield from ended


def _show(answer: Answer, as_json: bool) -> None:
    if as_json:
        for row in answer.rows:
            click.echo(
                json.dumps(dict(zip(answer.columns, row, strict=True)), default=str, ensure_ascii=False)
            )
        return
    if answer.columns:
        table = Table(*map(escape, answer.columns))
        for row in answer.rows:
            table.add_row(*map(_cell, row))
        Terminal().print(table)
    changes = "".join(
        f", {count} {what.replace('_', ' ')}" for what, count in answer.changes.items() if count
    )
    click.echo(f"{len(answer.rows)} rows in {answer.milliseconds} ms{changes}", err=True)


def _cell(value: object) -> Text:
    # A plain string would not do: rich reads [:FRIEND] in it as markup.
    return Text(value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False))
