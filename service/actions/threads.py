"""Threads: two people talk about a share. Each act is the queries of one transaction.

Every act locks both people first, as a block and an unfriending do. Then it checks that the asker may
see the share. So no message follows a block, and none is lost in parallel with one.
"""

from datetime import datetime

from service.graph.client import FIRST, Row, Unit

ONE: Row = {"state": None, **FIRST}


def open_(unit: Unit, me: str, share: str, *, message: str, text: str, op: str, now: datetime) -> Row:
    """The thread of `me` about a share, opened if there was none, with the message `text`.

    Raises NotFound for a share that `me` may not see; Refused own_share, questions_only, chat_limit, waiting.
    """
    publisher = unit.one("threads/publisher", share=share)["user"]
    unit.run("people/lock_pair", me=me, user=publisher, op=op)
    thread = unit.one("threads/open", me=me, share=share, thread=op, now=now)["id"]
    _write(unit, me, thread, message=message, text=text, now=now)
    return unit.one("threads/mine", me=me, thread=thread, now=now, **ONE)


def say(unit: Unit, me: str, thread: str, *, message: str, text: str, op: str, now: datetime) -> Row:
    """The message of `me` in a thread; raises NotFound, and Refused waiting."""
    enter(unit, me, thread, op, now)
    _write(unit, me, thread, message=message, text=text, now=now)
    return unit.one("threads/messages", me=me, thread=thread, message=message, before=None, limit=1)


def act(unit: Unit, query: str, me: str, thread: str, *, op: str, seen_at: datetime, **more: object) -> None:
    """Accept, decline, mute or read a thread by `query`; raises NotFound, and Refused wrong_state."""
    enter(unit, me, thread, op, seen_at)
    unit.one(query, me=me, thread=thread, **more)


def helpful(unit: Unit, me: str, thread: str, *, op: str, now: datetime) -> None:
    """Store that an answer helped `me`; raises NotFound, and Refused own_share, wrong_state."""
    enter(unit, me, thread, op, now)
    unit.one("threads/helpful", me=me, thread=thread, now=now)
    unit.run("levels/answer", thread=thread, now=now)


def enter(unit: Unit, me: str, thread: str, op: str, now: datetime) -> None:
    """Lock both people of a thread; raises NotFound unless both may see it."""
    other = unit.one("threads/other", me=me, thread=thread)["user"]
    unit.run("people/lock_pair", me=me, user=other, op=op)
    unit.one("threads/see", me=me, thread=thread, now=now)


def _write(unit: Unit, me: str, thread: str, *, message: str, text: str, now: datetime) -> None:
    at = {"me": me, "thread": thread, "now": now}
    unit.one("threads/say", message=message, text=text, **at)
    unit.run("threads/tell", **at)
