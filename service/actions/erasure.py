"""People who left are forgotten once they can no longer come back; docs/privacy.md says what stays."""

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
    """Erase those whose days to undo it are over, each whole or not at all; how many.

    For the worker; safe to run twice and side by side.
    """
    return sum(erase(graph, row["id"], now=now) for row in graph.rows("jobs/erasures_due", now=now))


def erase(graph: Graph, user: str, *, now: datetime) -> bool:
    """Erase one person; False when they have come back, or somebody else has just done it."""
    op = new_id()
    told = {"user": user, "now": now}

    def work(unit: Unit) -> None:
        unit.one("accounts/erase/begin", op=op, **told)
        for query in STEPS:
            unit.run(query, **told)

    try:
        graph.transaction(work, op=op)
    except NotFound:
        return False
    return True
