"""A plain door to the test's database, for what no query of the service asks."""

from types import TracebackType
from typing import Any, LiteralString, Self, cast

import neo4j

from service.graph.embedded import Address
from service.graph.values import plain


class Cypher:
    """`cypher.rows("MATCH ...", name=value)` and `cypher.value(...)`."""

    def __init__(self, address: Address) -> None:
        self._driver = neo4j.GraphDatabase.driver(
            address.uri, auth=(address.user, address.password), notifications_min_severity="OFF"
        )
        self._database = address.database

    def rows(self, text: str, **parameters: object) -> list[dict[str, Any]]:
        """Every row."""
        result = self._driver.execute_query(
            cast("LiteralString", text), parameters, database_=self._database
        )
        return [plain(record.data()) for record in result.records]

    def value(self, text: str, **parameters: object) -> Any:
        """The first column of the only row."""
        (row,) = self.rows(text, **parameters)
        return next(iter(row.values()))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._driver.close()
