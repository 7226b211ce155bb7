"""Questions under a share and their answers, each act as the queries of one transaction."""

from datetime import datetime

from service.actions import threads
from service.errors import NotFound
from service.graph.client import Row, Unit

ONE: Row = {"before": None, "before_id": None, "limit": 1}


def ask(unit: Unit, viewer: str, share: str, *, question: str, text: str, op: str, now: datetime) -> Row:
    """The question of `viewer`; raises NotFound, and Refused own_share, question_limit."""
    publisher = unit.one("threads/publisher", share=share)["user"]
    unit.run("people/lock_pair", viewer=viewer, user=publisher, op=op)
    unit.one("questions/ask", viewer=viewer, share=share, question=question, text=text, now=now)
    unit.run("questions/tell", viewer=viewer, share=share, now=now)
    return one(unit, viewer, share, question, now)


def answer(unit: Unit, viewer: str, question: str, *, text: str, op: str, now: datetime) -> Row:
    """The question with the answer of `viewer`, whose share it is under; raises NotFound."""
    about = unit.one("questions/people", question=question)
    unit.run("people/lock_pair", viewer=viewer, user=about["asker"] or viewer, op=op)
    unit.one("questions/answer", viewer=viewer, question=question, text=text, now=now)
    unit.run("questions/tell_answer", viewer=viewer, question=question, now=now)
    return one(unit, viewer, about["share"], question, now)


def publish(unit: Unit, viewer: str, thread: str, *, op: str, now: datetime, **words: str) -> Row:
    """A message of `viewer` in a thread as the answer to a public question; raises NotFound."""
    threads.enter(unit, viewer, thread, op, now)
    made = unit.one("questions/from_thread", viewer=viewer, thread=thread, now=now, **words)
    return one(unit, viewer, made["share"], made["id"], now)


def one(unit: Unit, viewer: str, share: str, question: str, now: datetime) -> Row:
    """A question as `viewer` sees it; raises NotFound."""
    found = unit.one("questions/list", viewer=viewer, share=share, question=question, now=now, **ONE)
    items: list[Row] = found["items"]
    if not items:
        raise NotFound
    return items[0]
