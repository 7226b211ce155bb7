"""A plain door to the test's database, for what no query of the service asks."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import TracebackType
from typing import Any, Self

import neo4j

from service.graph.server.embedded import Address
from service.graph.values import plain
from tests.support.planning import ALWAYS, ONCE

# What the rules' folder loads stays from test to test; everything else goes.
KEPT = [
    "Migration",
    "Level",
    "XpRule",
    "Rule",
    "Ranking",
    "Platform",
    "Category",
    "NotificationKind",
    "SenderClass",
]
PLATFORM = ["id", "name_zh", "name_en", "open_with"]
EMPTY = f"""{ONCE}
CALL () {{ MATCH (node) WHERE NOT any(label IN labels(node) WHERE label IN $kept) DETACH DELETE node }}
CALL () {{
  MATCH (platform:Platform) WHERE platform.changed_at IS NOT NULL DETACH DELETE platform
  RETURN count(*) AS gone }}
CALL () {{
  MATCH (platform:Platform) WHERE any(name IN keys(platform) WHERE NOT name IN $plain)
  SET platform = platform {{.id, .name_zh, .name_en, .open_with}} }}
RETURN gone
"""


class Cypher:
    """`cypher.rows("MATCH ...", name=value)` and `cypher.value(...)`."""

    def __init__(self, address: Address) -> None:
        self._driver = neo4j.GraphDatabase.driver(
            address.uri, auth=(address.user, address.password), notifications_min_severity="OFF"
        )
        self._database = address.database

    def rows(self, text: str, **parameters: object) -> list[dict[str, Any]]:
        """Every row."""
        result = self._driver.execute_query(text, parameters, database_=self._database)
        return [plain(record.data()) for record in result.records]

    def value(self, text: str, **parameters: object) -> Any:
        """The first column of the only row."""
        (row,) = self.rows(text, **parameters)
        return next(iter(row.values()))

    def empty(self) -> int:
        """Delete everything but the schema's and the rules' nodes; returns how many platforms went, too.

        A platform keeps what the rules say of it; one that an admin has changed is to be loaded again.
        """
        return int(self.value(EMPTY, kept=KEPT, plain=PLATFORM))

    @contextmanager
    def ruled(self, **values: int) -> Iterator[None]:
        """Meanwhile rules have these `values`; afterwards all have those they had."""
        before = self.rows("MATCH (rule:Rule) RETURN rule.name AS name, rule.value AS value")
        self._rule(values)
        try:
            yield
        finally:
            self._rule({row["name"]: row["value"] for row in before})

    def undone(self, text: str, parameters: dict[str, Any]) -> tuple[list[str], list[str]]:
        """The columns of a statement, whose effect is rolled back, and what the planner warns of."""
        door = self._driver.session(database=self._database, notifications_min_severity="WARNING")
        with door as session, session.begin_transaction() as tx:
            result = tx.run(text, parameters)
            columns, summary = list(result.keys()), result.consume()
            tx.rollback()
        return columns, [
            status.status_description
            for status in summary.gql_status_objects
            if status.is_notification and not status.gql_status.startswith("01N5")  # not in this store
        ]

    def hits(self, text: str, parameters: dict[str, Any]) -> int:
        """How often a statement asks the store for something: nodes, edges, properties."""
        with self._driver.session(database=self._database) as session:
            summary = session.run(f"PROFILE {text}", parameters).consume()
        assert summary.profile is not None
        return _hits(summary.profile)

    def plan(self, text: str, parameters: dict[str, Any]) -> list[str]:
        """The operators of the plan for the graph as it is now, from the result down."""
        with self._driver.session(database=self._database) as session:
            summary = session.run(f"EXPLAIN {ALWAYS}{text.removeprefix(ONCE)}", parameters).consume()
        assert summary.plan is not None
        return list(_operators(summary.plan))

    def _rule(self, values: Mapping[str, object]) -> None:
        self.rows(
            "UNWIND keys($values) AS name MATCH (rule:Rule {name: name}) SET rule.value = $values[name]",
            values=values,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._driver.close()


def _hits(profile: dict[str, Any]) -> int:
    return int(profile.get("dbHits", 0)) + sum(_hits(child) for child in profile.get("children", []))


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    yield f"{plan['operatorType'].split('@')[0]} {plan['args'].get('Details', '')}".strip()
    for child in plan.get("children", []):
        yield from _operators(child)
