"""Cypher that a person types, and its result as rows of plain values."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from neo4j.graph import Node, Path, Relationship

from service.errors import BadQuery, Unavailable
from service.graph.probe import Address
from service.graph.values import plain

# A statement ends at a semicolon outside strings, names and comments. `++` keeps the expression from
# reading one of those a second time as something else.
_STATEMENT = re.compile(
    r"""((?:'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`[^`]*`|//[^\n]*|/\*.*?\*/|[^;'"`])*+);""", re.DOTALL
)


@dataclass(frozen=True)
class Answer:
    """The result of one statement, and its changes (`nodes_created` and so on)."""

    columns: list[str]
    rows: list[list[Any]]
    changes: dict[str, int]
    milliseconds: int


class Console:
    """Runs statements at one address, each in a transaction of its own."""

    def __init__(self, driver: neo4j.Driver, database: str | None) -> None:
        self._driver = driver
        self._database = database

    def run(self, statement: str) -> Answer:
        """The answer to a statement; raises BadQuery with the server's message, or Unavailable."""
        try:
            with self._driver.session(database=self._database) as session:
                result = session.run(statement)
                rows = [[_shown(value) for value in record] for record in result]
                summary = result.consume()
        except Neo4jError as error:
            raise BadQuery(f"{error.message}") from error
        except DriverError as error:
            raise Unavailable(f"The database does not answer: {error}") from error
        counted = {key: value for key, value in vars(summary.counters).items() if type(value) is int}
        took = (summary.result_available_after or 0) + (summary.result_consumed_after or 0)
        return Answer(list(result.keys()), rows, counted, took)


@contextmanager
def console(address: Address) -> Iterator[Console]:
    """A console at this address, for as long as the context lasts."""
    auth = (address.user, address.password)
    with neo4j.GraphDatabase.driver(
        address.uri, auth=auth, notifications_min_severity="OFF", telemetry_disabled=True
    ) as driver:
        yield Console(driver, address.database)


def statements(text: str) -> tuple[list[str], str]:
    """The statements of `text` with a semicolon at their end, and the rest of the text."""
    complete, end = [], 0
    while match := _STATEMENT.match(text, end):
        complete.append(match[1].strip())
        end = match.end()
    return [each for each in complete if each], text[end:]


def _shown(value: object) -> Any:
    """Nodes and relationships as Cypher draws them, everything else as Python's own values."""
    if isinstance(value, Node):
        return f"({''.join(f':{label}' for label in sorted(value.labels))} {_properties(value)})"
    if isinstance(value, Relationship):
        return f"[:{value.type} {_properties(value)}]"
    if isinstance(value, Path):
        hops = zip(value.relationships, value.nodes[1:], strict=True)
        tail = "".join(f"-{_shown(edge)}-{_shown(node)}" for edge, node in hops)
        return f"{_shown(value.start_node)}{tail}"
    if isinstance(value, list):
        return [_shown(item) for item in value]
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    return plain(value)


def _properties(entity: Node | Relationship) -> str:
    shown = (
        f"{key}: {json.dumps(plain(value), default=str, ensure_ascii=False)}" for key, value in entity.items()
    )
    return "{" + ", ".join(shown) + "}"
