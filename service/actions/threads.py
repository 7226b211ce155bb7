"""What two people say to each other about a share, each act as the queries of one transaction.

Every one locks both first, as blocking and unfriending do, and then looks whether the asker may see the
share: none is said after a block, and none is lost beside one. Only leaving needs no such look.
"""

from datetime import datetime

from service.graph.client import FIRST, Row, Unit

ONE: Row = {"state": None, **FIRST}


def open_(unit: Unit, me: str, share: str, *, message: str, text: str, op: str, now: datetime) -> Row:
    """My thread about a share with `text` said in it, made now if there was none.

    Raises NotFound for a share that I may not see; Refused own_share, questions_only, chat_limit, waiting.
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
    """An answer helped `me`; raises NotFound, and Refused own_share, wrong_state."""
    enter(unit, me, thread, op, now)
    unit.one("threads/helpful", me=me, thread=thread, now=now)
    unit.run("levels/answer", thread=thread, now=now)


def enter(unit: Unit, me: str, thread: str, op: str, now: datetime) -> None:
    """Both people of a thread are locked, and both may see it; raises NotFound."""
    other = unit.one("threads/other", me=me, thread=thread)["user"]
    unit.run("people/lock_pair", me=me, user=other, op=op)
    unit.one("threads/see", me=me, thread=thread, now=now)


def _write(unit: Unit, me: str, thread: str, *, message: str, text: str, now: datetime) -> None:
    at = {"me": me, "thread": thread, "now": now}
    unit.one("threads/say", message=message, text=text, **at)
    unit.run("threads/tell", **at)
