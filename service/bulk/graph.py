"""Writes the checked tables as files for Neo4j's importer: nodes, edges, and edges derived from them.

The importer's id of a row is its line, in a group named after its file. The store does not keep it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from service.bulk.cells import name_of, text_of
from service.bulk.shape import DERIVED, ENDS, NOT_OF_THE_EDGE, SHAPES, is_edge, sql
from service.bulk.tables import Tables, node_of
from service.graph.seeds.load import Progress

TYPES = {
    "BIGINT": "long",
    "INTEGER": "long",
    "BOOLEAN": "boolean",
    "TIMESTAMP": "datetime",
    "VARCHAR": "string",
    "VARCHAR[]": "string[]",
}
INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"


@dataclass(frozen=True)
class Piece:
    """One file for the importer: its name, its label or type, and its number of rows."""

    name: str
    label: str
    is_edge: bool
    rows: int
    multiline: bool = False


@dataclass(frozen=True)
class Plan:
    """A SQL question for the rows of one file, ids and labels first."""

    name: str
    label: str
    is_edge: bool
    question: str


def write(
    tables: Tables, folder: Path, single: Mapping[str, Mapping[str, object]], progress: Progress
) -> list[Piece]:
    """Write every file into the folder; `single` adds nodes that no file has: properties by label."""
    plans = [*_nodes(tables), *_edges(tables), *_singles(single)]
    pieces = []
    for number, plan in enumerate(plans):
        progress(f"writing {plan.name}", number, len(plans))
        rows, multiline = _copy(tables, plan, folder / f"{plan.name}.csv")
        if rows:
            pieces.append(Piece(plan.name, plan.label, plan.is_edge, rows, multiline))
    return pieces


def saved(pieces: list[Piece]) -> list[dict[str, object]]:
    """The pieces as JSON objects."""
    return [asdict(piece) for piece in pieces]


def sample(tables: Tables, people: int) -> list[dict[str, object]]:
    """Some people, each with the number of friends, and of friends with a share to show."""
    return [
        {"id": str(row[0]), "friends": int(row[1]), "reaches": int(row[2])}
        for row in tables.run(
            f'WITH person AS (SELECT line, id FROM "user" ORDER BY hash(id) LIMIT {people}), '
            'near AS (SELECT "user" AS line FROM "user-FRIEND-user" '
            'UNION ALL SELECT friend FROM "user-FRIEND-user") '
            "SELECT id, (SELECT count(*) FROM near WHERE near.line = person.line), "
            '(SELECT count(*) FROM "REACHES_node" AS way WHERE way.start = person.line) '
            "FROM person ORDER BY id"
        )
    ]


def _nodes(tables: Tables) -> Iterator[Plan]:
    for file, shape in SHAPES.items():
        if file not in tables.known:
            continue
        columns = _columns(tables, file)
        dropped = {"line", "labels", *_references(tables, file)}
        picked = [f'line AS ":ID({file})"']
        if "labels" in columns:
            picked.append("array_to_string(labels, ';') AS \":LABEL\"")
        picked += [_typed(name, kind) for name, kind in columns.items() if name not in dropped]
        label = "" if "labels" in columns else shape.label
        yield Plan(file, label, False, f"SELECT {', '.join(picked)} FROM {node_of(file)}")


def _edges(tables: Tables) -> Iterator[Plan]:
    for file, shape in SHAPES.items():
        if file not in tables.known:
            continue
        for edge in shape.edges:
            here, there = ("line", file), (edge.column, _references(tables, file)[edge.column])
            ends = (there, here) if edge.back else (here, there)
            name = f"{file}-{edge.type}-{edge.column}"
            where = f"{name_of(edge.column)} IS NOT NULL"
            yield Plan(name, edge.type, True, f"{_joined(*ends)} FROM {node_of(file)} WHERE {where}")
    for file in filter(is_edge, tables.known):
        (start, one), (end, other) = _references(tables, file).items()
        dropped = {"line", start, end, *NOT_OF_THE_EDGE.get(file, ())}
        more = [_typed(name, kind) for name, kind in _columns(tables, file).items() if name not in dropped]
        joined = _joined((start, one), (end, other), *more)
        yield Plan(file, file.split("-")[1], True, f"{joined} FROM {name_of(file)}")
    for type_, question in sql("edges").items():
        yield _derived(tables, type_, question)


def _derived(tables: Tables, type_: str, question: str) -> Plan:
    tables.run(f"CREATE OR REPLACE VIEW {node_of(type_)} AS {question}")
    one, other = ENDS[type_]
    columns = _columns(tables, type_)
    more = [_typed(name, kind) for name, kind in columns.items() if name not in {"start", "finish"}]
    joined = _joined(("start", one), ("finish", other), *more)
    return Plan(type_, type_, True, f"{joined} FROM {node_of(type_)}")


def _singles(single: Mapping[str, Mapping[str, object]]) -> Iterator[Plan]:
    for label, properties in single.items():
        cells = ", ".join(_constant(name, value) for name, value in properties.items())
        yield Plan(label, label, False, f'SELECT 0 AS ":ID({label})", {cells}')


def _constant(name: str, value: object) -> str:
    kind = "BIGINT" if isinstance(value, int) else "TIMESTAMP" if isinstance(value, datetime) else "VARCHAR"
    text = value.strftime("%Y-%m-%d %H:%M:%S.%f") if isinstance(value, datetime) else str(value)
    return f"{text_of(text)}::{kind} AS {name_of(f'{name}:{TYPES[kind]}')}"


def _references(tables: Tables, file: str) -> dict[str, str]:
    return {**tables.known[file].references, **DERIVED.get(file, {})}


def _joined(start: tuple[str, str], end: tuple[str, str], *more: str) -> str:
    ends = (
        f'{name_of(start[0])} AS ":START_ID({start[1]})"',
        f'{name_of(end[0])} AS ":END_ID({end[1]})"',
    )
    return f"SELECT {', '.join((*ends, *more))}"


def _typed(name: str, kind: str) -> str:
    cell = f"array_to_string({name_of(name)}, ';')" if kind == "VARCHAR[]" else name_of(name)
    return f"{cell} AS {name_of(f'{name}:{TYPES[kind]}')}"


def _columns(tables: Tables, view: str) -> dict[str, str]:
    return {str(row[0]): str(row[1]) for row in tables.run(f"DESCRIBE {node_of(view)}")}


def _copy(tables: Tables, plan: Plan, file: Path) -> tuple[int, bool]:
    """Write a file; returns its number of rows, and whether a value has several lines."""
    options = f"FORMAT csv, HEADER, TIMESTAMPFORMAT '{INSTANT}'"
    rows = tables.number(f"COPY ({plan.question}) TO {text_of(str(file))} ({options})")
    texts = [
        name_of(str(row[0]))
        for row in tables.run(f"DESCRIBE {plan.question}")
        if str(row[0]).endswith(":string")
    ]
    if not rows or not texts:
        return rows, False
    lines = " OR ".join(f"contains({text}, chr(10))" for text in texts)
    return rows, bool(tables.number(f"SELECT count(*) FROM (FROM ({plan.question}) WHERE {lines} LIMIT 1)"))
