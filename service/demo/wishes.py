"""Answers to some wishes of the demo town, those of the guests first."""

from datetime import datetime

from service.actions import wishes
from service.credentials.tokens import new_id
from service.demo.guests import GUESTS
from service.graph.client import Graph, Row, Unit

ANSWERS = 15


def answer(graph: Graph, now: datetime) -> int:
    """Answer wishes with shares that fit, as the owners of the shares would. Returns how many."""
    guests = [guest.id for guest in GUESTS]
    answers = graph.rows("demo/answers", first=guests, limit=ANSWERS, now=now)
    for row in answers:
        _answer(graph, row, new_id(), now)
    return len(answers)


def _answer(graph: Graph, row: Row, op: str, now: datetime) -> None:
    def work(unit: Unit) -> Row:
        match = {"me": row["owner_id"], "wish": row["wish_id"], "share": row["share_id"]}
        return wishes.answer(unit, **match, draft=None, op=op, now=now)

    graph.transaction(work, op=op)
