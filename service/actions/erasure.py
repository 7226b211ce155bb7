"""Erasure of departed people who can no longer come back; docs/privacy.md says what stays."""

from datetime import datetime

from service.credentials.tokens import new_id
from service.errors import NotFound
from service.graph.client import Graph, Unit

STEPS = (
    "accounts/erase/ties",
    "accounts/erase/belongings",
    "accounts/erase/hashes",
    "accounts/erase/shares",
    "accounts/erase/words",
    "accounts/erase/purchases",
)


def erase_due(graph: Graph, *, now: datetime) -> int:
    """Erase everybody past their days of grace, each whole or not at all. Returns how many.

    For the worker; safe to run twice and in parallel.
    """
    return sum(erase(graph, row["id"], now=now) for row in graph.rows("jobs/erasures_due", now=now))


def erase(graph: Graph, user: str, *, now: datetime) -> bool:
    """Erase one person; False when the person came back, or another worker erased them."""
    op = new_id()
    person = {"user": user, "now": now}

    def work(unit: Unit) -> None:
        unit.one("accounts/erase/begin", op=op, **person)
        for query in STEPS:
            unit.run(query, **person)

    try:
        graph.transaction(work, op=op)
    except NotFound:
        return False
    return True
