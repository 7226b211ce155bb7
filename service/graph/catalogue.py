"""The queries of cypher/, each held to the contract in its header.

A header is the leading `//` lines of a file: a title, then `key: value` lines.
`mode` is read, write, schema or part. `example` is a JSON object: one value for each
parameter. `returns` lists the columns in order. `columns` (seed loaders only) gives the type
of each column of the seed file. A part (see parts.py) has `takes` and `gives` instead of `returns`.
A question of the analysts (`explore/`) has three keys more: `picture` suggests one and names its
columns, `title_zh` is the title in Chinese, `zh` the Chinese for each column and parameter, and
for words that are values.
"""

import itertools
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from service.errors import BadQuery
from service.graph.parts import Part, expanded, part, wanted

MODES = ("read", "write", "schema", "part")
QUESTIONS = "explore/"
# How many columns each kind of picture takes; a third one of a bar or a line tells series apart.
PICTURES = {"bar": (2, 3), "line": (2, 3), "funnel": (2, 2), "map": (3, 3), "table": (0, 0)}
# What the service passes to every question: the instant, and how many rows it wants.
PASSED = frozenset({"now", "limit"})
_COMMENT_OR_TEXT = re.compile(r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"", re.DOTALL)
_PARAMETER = re.compile(r"\$([a-z_][a-z0-9_]*)")
_WRITES = re.compile(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|FOREACH|DROP|LOAD)\b")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)")
_KEY = re.compile(r"^(mode|example|returns|takes|gives|columns|picture|title_zh|zh):\s*(.*)$")


@dataclass(frozen=True)
class Query:
    """One file of cypher/: its name is its path without the suffix, `text` has its parts in place."""

    name: str
    text: str
    title: str
    mode: str
    example: Mapping[str, object]
    returns: tuple[str, ...]
    columns: Mapping[str, str] = field(default_factory=dict)
    picture: tuple[str, ...] = ()
    title_zh: str = ""
    zh: Mapping[str, str] = field(default_factory=dict)
    takes: tuple[str, ...] = ()
    gives: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def parameters(self) -> frozenset[str]:
        """The names of the parameters that the text uses."""
        return frozenset(self.example)


def load(folder: Path) -> dict[str, Query]:
    """Every query below `folder` by name, without the parts; raises BadQuery at the first broken contract."""
    files = _files(folder)
    known = {query.name: _part(query) for query in files if query.mode == "part"}
    return {query.name: _whole(query, known) for query in files if query.mode != "part"}


def parts(folder: Path) -> dict[str, Query]:
    """Every part below `folder` by name; `text` is the subquery alone."""
    return {query.name: query for query in _files(folder) if query.mode == "part"}


def _files(folder: Path) -> list[Query]:
    return [_read(folder, file) for file in sorted(folder.rglob("*.cypher"))]


def _part(query: Query) -> Part:
    _hold(query)
    return part(query.name, query.text, query.takes, query.gives)


def _whole(query: Query, known: Mapping[str, Part]) -> Query:
    """The query with its parts in place, held to its header."""
    whole = replace(query, text=expanded(query.name, query.text, known), parts=wanted(query.text))
    _hold(whole)
    return whole


def _read(folder: Path, file: Path) -> Query:
    name = file.relative_to(folder).with_suffix("").as_posix()
    source = file.read_text(encoding="utf-8")
    lines = source.splitlines()
    comments = [line[2:].strip() for line in lines[: _header_length(lines)]]
    keys = _keys(comments)
    return Query(
        name=name,
        text="\n".join(lines[len(comments) :]).strip(),
        title=" ".join(itertools.takewhile(_in_title, comments)),
        mode=keys.get("mode", ""),
        example=typed(_json(name, keys.get("example", "{}"))),
        returns=_listed(keys, "returns"),
        columns=_texts(name, keys.get("columns", "{}")),
        picture=tuple(keys.get("picture", "").split()),
        title_zh=keys.get("title_zh", ""),
        zh=_texts(name, keys.get("zh", "{}")),
        takes=_listed(keys, "takes"),
        gives=_listed(keys, "gives"),
    )


def _listed(keys: Mapping[str, str], key: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in keys.get(key, "").split(",") if word.strip())


def typed(value: Any) -> Any:
    """A value of a header's JSON as the driver takes it: texts that are instants as datetimes."""
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return datetime.fromisoformat(value)
    if isinstance(value, list):
        return [typed(item) for item in value]
    if isinstance(value, dict):
        return {key: typed(item) for key, item in value.items()}
    return value


def _in_title(comment: str) -> bool:
    """Whether this line still belongs to the title."""
    return bool(comment) and not _KEY.match(comment)


def _header_length(lines: list[str]) -> int:
    return next((n for n, line in enumerate(lines) if not line.startswith("//")), len(lines))


def _keys(comments: list[str]) -> dict[str, str]:
    """The `key: value` lines; a value may run on over following lines until the next key."""
    keys: dict[str, str] = {}
    current = ""
    for comment in comments[1:]:
        if line := _KEY.match(comment):
            current = line[1]
            keys[current] = line[2]
        elif current and comment:
            keys[current] += " " + comment
        else:
            current = ""
    return keys


def _json(name: str, text: str) -> dict[str, object]:
    try:
        value = json.loads(text)
    except ValueError as error:
        raise BadQuery(f"{name}: the header is not valid JSON: {error}") from error
    if not isinstance(value, dict):
        raise BadQuery(f"{name}: the header needs a JSON object, not {text}")
    return value


def _texts(name: str, text: str) -> dict[str, str]:
    return {key: str(value) for key, value in _json(name, text).items()}


def _hold(query: Query) -> None:
    bare = _COMMENT_OR_TEXT.sub("''", query.text)
    used = set(_PARAMETER.findall(bare))
    if not query.title or query.mode not in MODES or not query.text:
        raise BadQuery(f"{query.name}: needs a title, a mode ({', '.join(MODES)}) and a query")
    if used != set(query.example):
        wrong = ", ".join(sorted(used ^ set(query.example)))
        raise BadQuery(f"{query.name}: example and parameters differ in {wrong}")
    if query.mode != "schema" and (_WRITES.search(bare) is not None) != (query.mode == "write"):
        raise BadQuery(f"{query.name}: says mode {query.mode}, its clauses say otherwise")
    if ";" in bare:
        raise BadQuery(f"{query.name}: one statement a file, without a semicolon")
    if query.name.startswith(QUESTIONS):
        _hold_question(query)


def _hold_question(query: Query) -> None:
    kind, *columns = query.picture or ("",)
    least, most = PICTURES.get(kind, (1, 0))
    if not least <= len(columns) <= most or not set(columns) <= set(query.returns):
        raise BadQuery(f"{query.name}: needs a picture ({', '.join(PICTURES)}) of its columns")
    words = {*query.returns, *query.example} - PASSED
    if not query.title_zh or words - set(query.zh):
        raise BadQuery(
            f"{query.name}: has no Chinese for {', '.join(sorted(words - set(query.zh))) or 'its title'}"
        )
    if query.mode != "read" or "limit" not in query.example or "ORDER BY" not in query.text:
        raise BadQuery(f"{query.name}: a question reads, is bounded by $limit and ordered")
