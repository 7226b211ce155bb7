"""Answer analysts' questions about groups of people, as a table, a file or a picture."""

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
# Formats that no terminal can show.
FILES = ("parquet", "png")


class Asking(click.Group):
    """A group that takes an unknown command for a question: `explore funnel` is `explore ask funnel`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, with `ask` in front of a question."""
        known = args and (args[0] in self.commands or args[0] in ctx.help_option_names)
        return super().parse_args(ctx, args if known else ["ask", *args])


@click.group(cls=Asking)
def explore() -> None:
    """Answer analysts' questions, and make their copy of the graph.

    `circle explore` lists the questions. `circle explore NAME` answers one; see `circle explore ask --help`.
    """


explore.add_command(snapshot)
explore.add_command(serve)


@explore.command()
@click.argument("name", required=False)
@click.option(
    "-p",
    "--param",
    "params",
    multiple=True,
    metavar="KEY=VALUE",
    help="A parameter of the question; repeat it for more.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "parquet", "png"]),
    default="table",
    show_default=True,
    help="The format of the answer.",
)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write the answer to this file."
)
@click.option(
    "--language",
    type=click.Choice(["en", "zh"]),
    default="en",
    show_default=True,
    help="The language of titles and columns.",
)
def ask(name: str | None, params: tuple[str, ...], form: str, output: Path | None, language: str) -> None:
    """Answer the question NAME; without NAME, list all questions.

    Answers are about groups of people only. Parquet and PNG go to NAME.parquet and NAME.png unless -o names a
    file; they need the packages of requirements-explore.lock.
    """
    with server(environment.from_env()) as address:
        prepare(address)
        with opened(address, ASKED_WITHIN) as graph:
            if name is None:
                _list(library.questions(graph), language)
                return
            question = _question(graph, name)
            answer = _ask(graph, question, params)
    _write(form, question, answer, language, output)
    more = " (there are more: raise the parameter limit)" if answer.truncated else ""
    click.echo(f"{len(answer.rows)} rows in {answer.milliseconds} ms{more}", err=True)


def _list(questions: Iterable[Question], language: str) -> None:
    table = Table(*HEADS[language])
    for one in questions:
        defaults = " ".join(f"{p.name}={'' if p.default is None else p.default}" for p in one.parameters)
        table.add_row(one.name, Text(one.heading(language)), defaults, one.picture[0])
    Console().print(table)


def _question(graph: Graph, name: str) -> Question:
    try:
        return library.question(graph, name)
    except NotFound:
        raise click.ClickException(f"No question is called {name}; `circle explore` lists them.") from None


def _ask(graph: Graph, question: Question, params: Iterable[str]) -> Answer:
    texts = dict(_pair(param) for param in params)
    try:
        return library.ask(graph, question, texts, now=datetime.now(UTC))
    except Invalid as error:
        known = ", ".join(parameter.name for parameter in question.parameters)
        faults = " ".join(f"{name}: {' '.join(whys)}" for name, whys in error.fields.items())
        raise click.UsageError(f"{faults} The parameters of {question.name} are {known}.") from None


def _pair(param: str) -> tuple[str, str]:
    key, equals, value = param.partition("=")
    if not equals:
        raise click.UsageError(f"--param must be KEY=VALUE, not {param}.")
    return key, value


def _write(form: str, question: Question, answer: Answer, language: str, output: Path | None) -> None:
    if form == "table" and output is None:
        Console().print(_table(question, answer, language))
        return
    content = CONTENTS[form](question, answer, language)
    place = output or (Path(f"{question.name}.{form}") if form in FILES else None)
    if place is None:
        click.echo(content, nl=False)
    else:
        place.write_bytes(content)
        click.echo(place)


def _table(question: Question, answer: Answer, language: str) -> Table:
    table = Table(title=Text(question.heading(language)), title_justify="left")
    columns = question.shown(language)
    for column in columns:
        number = any(isinstance(row[column], int | float) for row in answer.rows)
        table.add_column(Text(question.word(column, language)), justify="right" if number else "left")
    for row in answer.rows:
        table.add_row(*(Text(question.cell(row[column], language)) for column in columns))
    return table


def _text(question: Question, answer: Answer, language: str) -> bytes:
    console = Console(file=io.StringIO(), record=True, width=WIDE)
    console.print(_table(question, answer, language))
    return console.export_text().encode()


CONTENTS: dict[str, Callable[[Question, Answer, str], bytes]] = {
    "table": _text,
    "csv": lambda question, answer, _: to_csv(question.columns, answer.rows).encode(),
    "json": lambda _question, answer, _: to_json(answer.rows).encode() + b"\n",
    "parquet": lambda question, answer, _: to_parquet(question.columns, answer.rows),
    "png": draw,
}
