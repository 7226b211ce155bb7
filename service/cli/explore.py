"""Questions of analysts, from a shell: answers for groups, as a table, a file or a picture."""

import io
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from service import settings as environment
from service.cli.copy import serve, snapshot
from service.errors import Invalid, NotFound
from service.explore import questions as library
from service.explore.files import to_csv, to_json, to_parquet
from service.explore.pictures import draw
from service.explore.questions import Answer, Question
from service.graph.client import Graph
from service.graph.ready import opened, prepare
from service.graph.server.embedded import server

ASKED_WITHIN = 30.0
WIDE = 160
HEADS = {
    "en": ("question", "what it answers", "parameters", "picture"),
    "zh": ("问题", "回答什么", "参数", "图"),
}
# What no terminal shows.
FILES = ("parquet", "png")


class Asking(click.Group):
    """What is no command is a question: `circle explore funnel` is `circle explore ask funnel`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Say `ask` where it was left out."""
        known = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if known else ["ask", *args])


@click.group(cls=Asking)
def explore() -> None:
    """Questions of analysts, and their copy of the graph.

    `circle explore` lists the questions, `circle explore NAME` answers one (`circle explore ask --help`).
    """


explore.add_command(snapshot)
explore.add_command(serve)


@explore.command()
@click.argument("name", required=False)
@click.option("-p", "--param", "params", multiple=True, metavar="KEY=VALUE", help="May be given again.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "parquet", "png"]),
    default="table",
    show_default=True,
)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write.")
@click.option("--language", type=click.Choice(["en", "zh"]), default="en", show_default=True)
def ask(name: str | None, params: tuple[str, ...], form: str, output: Path | None, language: str) -> None:
    """Answer the question NAME, or list the questions there are.

    Answers speak of groups only. Parquet and PNG go to NAME.parquet and NAME.png unless -o names a file; they
    need the packages of requirements-explore.lock.
    """
    with server(environment.from_env()) as address:
        prepare(address)
        with opened(address, ASKED_WITHIN) as graph:
            if name is None:
                _list(library.questions(graph), language)
                return
            asked = _question(graph, name)
            answer = _ask(graph, asked, params)
    _tell(form, asked, answer, language, output)
    more = ", and there are more: raise limit" if answer.truncated else ""
    click.echo(f"{len(answer.rows)} rows in {answer.milliseconds} ms{more}", err=True)


def _list(questions: Iterable[Question], language: str) -> None:
    table = Table(*HEADS[language])
    for one in questions:
        told = " ".join(f"{p.name}={'' if p.default is None else p.default}" for p in one.parameters)
        table.add_row(one.name, Text(one.heading(language)), told, one.picture[0])
    Console().print(table)


def _question(graph: Graph, name: str) -> Question:
    try:
        return library.question(graph, name)
    except NotFound:
        raise click.ClickException(f"no question is called {name}; `circle explore` lists them") from None


def _ask(graph: Graph, asked: Question, params: Iterable[str]) -> Answer:
    texts = dict(_pair(param) for param in params)
    try:
        return library.ask(graph, asked, texts, now=datetime.now(UTC))
    except Invalid as error:
        known = ", ".join(parameter.name for parameter in asked.parameters)
        told = " ".join(f"{name}: {' '.join(faults)}" for name, faults in error.fields.items())
        raise click.UsageError(f"{told} {asked.name} takes {known}.") from None


def _pair(param: str) -> tuple[str, str]:
    key, equals, value = param.partition("=")
    if not equals:
        raise click.UsageError(f"--param wants KEY=VALUE, not {param}.")
    return key, value


def _tell(form: str, asked: Question, answer: Answer, language: str, output: Path | None) -> None:
    if form == "table" and output is None:
        Console().print(_table(asked, answer, language))
        return
    content = CONTENTS[form](asked, answer, language)
    place = output or (Path(f"{asked.name}.{form}") if form in FILES else None)
    if place is None:
        click.echo(content, nl=False)
    else:
        place.write_bytes(content)
        click.echo(place)


def _table(asked: Question, answer: Answer, language: str) -> Table:
    table = Table(title=Text(asked.heading(language)), title_justify="left")
    columns = asked.shown(language)
    for column in columns:
        number = any(isinstance(row[column], int | float) for row in answer.rows)
        table.add_column(Text(asked.word(column, language)), justify="right" if number else "left")
    for row in answer.rows:
        table.add_row(*(Text(asked.cell(row[column], language)) for column in columns))
    return table


def _text(asked: Question, answer: Answer, language: str) -> bytes:
    console = Console(file=io.StringIO(), record=True, width=WIDE)
    console.print(_table(asked, answer, language))
    return console.export_text().encode()


CONTENTS: dict[str, Callable[[Question, Answer, str], bytes]] = {
    "table": _text,
    "csv": lambda asked, answer, _: to_csv(asked.columns, answer.rows).encode(),
    "json": lambda _asked, answer, _: to_json(answer.rows).encode() + b"\n",
    "parquet": lambda asked, answer, _: to_parquet(asked.columns, answer.rows),
    "png": draw,
}
