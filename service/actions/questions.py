"""Questions under a share and their answers, each act the queries of one transaction."""

from datetime import datetime

from service.actions import threads
from service.errors import NotFound
from service.graph.client import FIRST, Row, Unit


def ask(unit: Unit, me: str, share: str, *, question: str, text: str, op: str, now: datetime) -> Row:
    """The question of `me`; raises NotFound, and Refused own_share, question_limit."""
    publisher = unit.one("threads/publisher", share=share)["user"]
    unit.run("people/lock_pair", me=me, user=publisher, op=op)
    unit.one("questions/ask", me=me, share=share, question=question, text=text, now=now)
    unit.run("questions/tell", me=me, share=share, now=now)
    return one(unit, me, share, question, now)


def answer(unit: Unit, me: str, question: str, *, text: str, op: str, now: datetime) -> Row:
    """The question with the answer of `me`, the owner of its share; raises NotFound."""
    about = unit.one("questions/people", question=question)
    unit.run("people/lock_pair", me=me, user=about["asker"] or me, op=op)
    unit.one("questions/answer", me=me, question=question, text=text, now=now)
    unit.run("questions/tell_answer", me=me, question=question, now=now)
    return one(unit, me, about["share"], question, now)


def publish(unit: Unit, me: str, thread: str, *, op: str, now: datetime, **words: str) -> Row:
    """A message of `me` in a thread as the answer to a public question; raises NotFound."""
    threads.enter(unit, me, thread, op, now)
    public = unit.one("questions/from_thread", me=me, thread=thread, now=now, **words)
    return one(unit, me, public["share"], public["id"], now)


def one(unit: Unit, me: str, share: str, question: str, now: datetime) -> Row:
    """A question as `me` sees it; raises NotFound."""
    page = unit.one("questions/list", me=me, share=share, question=question, now=now, **FIRST)
    items: list[Row] = page["items"]
    if not items:
        raise NotFound
    return items[0]
