"""The schema: the statements of cypher/schema, run in order, once each. A released one never changes."""

import hashlib

from service.errors import BadQuery
from service.graph.catalogue import Query
from service.graph.client import Graph

FOLDER = "schema/"
INDEX_SECONDS = 300


def apply(graph: Graph) -> list[str]:
    """Apply the statements that the store lacks. Returns their names; safe to run twice and in parallel.

    Raises BadQuery when somebody edited a statement after it was applied.
    """
    known = {row["name"]: row["checksum"] for row in graph.rows("ops/applied_migrations")}
    new = []
    for query in statements(graph):
        name = query.name.removeprefix(FOLDER)
        if known.get(name, checksum(query)) != checksum(query):
            raise BadQuery(f"cypher/{query.name}.cypher was edited after it was applied")
        if name not in known:
            graph.schema(query.text)
            graph.run("ops/record_migration", name=name, checksum=checksum(query))
            new.append(name)
    if new:
        graph.schema(f"CALL db.awaitIndexes({INDEX_SECONDS})")
    return new


def statements(graph: Graph) -> list[Query]:
    """The schema statements, in the order of their numbers."""
    queries = [query for name, query in graph.catalogue.items() if name.startswith(FOLDER)]
    return sorted(queries, key=lambda query: query.name)


def checksum(query: Query) -> str:
    """SHA-256 of the statement without comments."""
    return hashlib.sha256(query.text.encode()).hexdigest()
