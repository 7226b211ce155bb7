"""The analysts' questions: the queries of cypher/explore, with parameters that come as text.

Answers are about groups only: an answer has no row for fewer than `least_group` people.
"""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from service.errors import Invalid, NotFound
from service.graph.catalogue import QUESTIONS, Query
from service.graph.client import Graph, Row

# Minimum, maximum and step of whole numbers. Samples differ by many people, so two of them identify nobody.
BOUNDS = {
    "limit": (1, 1000, 1),
    "days": (1, 366, 1),
    "weeks": (1, 520, 1),
    "months": (1, 120, 1),
    "circles": (1, 50, 1),
    "sample": (100, 10_000, 100),
}
ANY = (1, 10_000, 1)
LONGEST = 128
NUMBER = re.compile(r"[0-9]{1,5}", re.ASCII)
WORDS_ZH = {"limit": "最多行数"}


@dataclass(frozen=True)
class Parameter:
    """A parameter of a question: a whole number within bounds, or an optional text."""

    name: str
    kind: str
    default: int | str | None
    zh: str

    @property
    def bounds(self) -> tuple[int, int, int]:
        """Minimum, maximum and step of a whole number."""
        return BOUNDS.get(self.name, ANY)

    def read(self, text: str) -> int | str | None:
        """The value of `text`; raises ValueError with the expected form."""
        if self.kind == "integer":
            least, most, step = self.bounds
            if not NUMBER.fullmatch(text) or int(text) not in range(least, most + 1, step):
                raise ValueError(f"A whole number from {least} to {most} in steps of {step}.")
            return int(text)
        if len(text) > LONGEST or not text.isprintable():
            raise ValueError(f"At most {LONGEST} printable characters.")
        return text or None


@dataclass(frozen=True)
class Question:
    """A question as people see it; `zh` has a Chinese word for every name, and for values."""

    name: str
    title: str
    title_zh: str
    parameters: tuple[Parameter, ...]
    columns: tuple[str, ...]
    picture: tuple[str, ...]
    zh: Mapping[str, str]

    def heading(self, language: str) -> str:
        """The title in `zh` or `en`."""
        return self.title_zh if language == "zh" else self.title

    def word(self, name: str, language: str) -> str:
        """The name of a column or a value in the reader's language."""
        if language == "zh":
            return self.zh.get(name, name)
        return name.replace("_", " ") if name in self.zh else name

    def cell(self, value: object, language: str) -> str:
        """A value as text in the reader's language."""
        if isinstance(value, str):
            return self.word(value, language)
        return "" if value is None else f"{value:,}"

    def shown(self, language: str) -> list[str]:
        """The columns for a language: of `category` and `category_zh` only one."""
        own = {column.removesuffix("_zh") for column in self.columns if column.endswith("_zh")}
        if language == "zh":
            return [column for column in self.columns if column not in own]
        return [column for column in self.columns if not column.endswith("_zh")]


@dataclass(frozen=True)
class Answer:
    """The rows of a question, and whether there were more."""

    rows: list[Row]
    truncated: bool
    parameters: Row
    milliseconds: int


def questions(graph: Graph) -> list[Question]:
    """Every question, by name."""
    return [_question(query) for name, query in sorted(graph.catalogue.items()) if name.startswith(QUESTIONS)]


def question(graph: Graph, name: str) -> Question:
    """The question called `name`; raises NotFound."""
    query = graph.catalogue.get(QUESTIONS + name)
    if query is None:
        raise NotFound
    return _question(query)


def ask(graph: Graph, question: Question, texts: Mapping[str, str], *, now: datetime) -> Answer:
    """The answer of the graph at `now`; raises Invalid for an unknown or wrong parameter."""
    parameters = _read(question, texts)
    limit, began = parameters["limit"], time.perf_counter()
    rows = graph.rows(QUESTIONS + question.name, **{**parameters, "limit": limit + 1, "now": now})
    took = round((time.perf_counter() - began) * 1000)
    return Answer(rows[:limit], len(rows) > limit, parameters, took)


def _question(query: Query) -> Question:
    wanted = [name for name in query.example if name != "now"]
    parameters = tuple(_parameter(query, name) for name in sorted(wanted, key=lambda name: name == "limit"))
    zh = {**WORDS_ZH, **query.zh}
    name = query.name.removeprefix(QUESTIONS)
    return Question(name, query.title, query.title_zh, parameters, query.returns, query.picture, zh)


def _parameter(query: Query, name: str) -> Parameter:
    default = query.example[name]
    kind = "integer" if isinstance(default, int) else "text"
    return Parameter(name, kind, default, query.zh.get(name, WORDS_ZH.get(name, name)))  # type: ignore[arg-type]


def _read(question: Question, texts: Mapping[str, str]) -> Row:
    values: Row = {parameter.name: parameter.default for parameter in question.parameters}
    faults = {name: ["Unknown parameter."] for name in texts if name not in values}
    for parameter in question.parameters:
        if parameter.name in texts:
            try:
                values[parameter.name] = parameter.read(texts[parameter.name])
            except ValueError as error:
                faults[parameter.name] = [str(error)]
    if faults:
        raise Invalid(faults)
    return values
