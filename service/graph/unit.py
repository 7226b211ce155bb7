"""The queries of one transaction, and their rows as plain dicts."""

from collections.abc import Mapping
from typing import Any

import neo4j

from service.errors import BadQuery, NotFound, Problem, Refused
from service.graph.catalogue import Query
from service.graph.values import plain

Row = dict[str, Any]
# The parameters of a list for its first row alone.
FIRST: Row = {"before": None, "before_id": None, "limit": 1}


class Unit:
    """The queries of one transaction; `answer` is the stored answer of an earlier run of its operation."""

    def __init__(self, tx: neo4j.ManagedTransaction, catalogue: Mapping[str, Query]) -> None:
        self._tx = tx
        self._catalogue = catalogue
        self.answer: Row | None = None

    def rows(self, name: str, /, **parameters: object) -> list[Row]:
        """Every row of the query `name`."""
        query = find(self._catalogue, name)
        return shape(self._tx.run(query.text, parameters))

    def one(self, name: str, /, **parameters: object) -> Row:
        """The one row of the query `name`; raises NotFound when there is none."""
        return single(self.rows(name, **parameters))

    def run(self, name: str, /, **parameters: object) -> None:
        """The query `name` for its effect."""
        self.rows(name, **parameters)


def find(catalogue: Mapping[str, Query], name: str) -> Query:
    """The query `name`; raises BadQuery when cypher/ has no such file."""
    try:
        return catalogue[name]
    except KeyError:
        raise BadQuery(f"cypher/{name}.cypher does not exist") from None


def shape(result: neo4j.Result) -> list[Row]:
    """The rows as plain dicts; raises the problem of a row with `refused`."""
    rows = [row(record) for record in result]
    for one in rows:
        code = one.pop("refused", None)
        if code is not None:
            raise problem(code, one)
    return rows


def row(record: neo4j.Record) -> Row:
    """A record as a plain dict."""
    return dict(zip(record.keys(), map(plain, record.values()), strict=True))


def problem(code: str, facts: Row) -> Problem:
    """The problem with this code; the columns that are not null are its facts."""
    known = {name: value for name, value in facts.items() if value is not None}
    return NotFound() if code == NotFound.code else Refused(code, **known)


def single(rows: list[Row]) -> Row:
    """The only row; raises NotFound without a row, BadQuery for several."""
    if not rows:
        raise NotFound
    if len(rows) > 1:
        raise BadQuery("one row expected, several came")
    return rows[0]
