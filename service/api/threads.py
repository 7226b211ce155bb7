"""Asking whoever shared something, and answering: threads between two people about one share."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from service.actions import threads
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.threads import Message, MessagePage, Said, Thread, ThreadPage, ThreadsQuery, UpTo

Row = dict[str, Any]
ORDER = ("newest_at", "id")
MESSAGES = ("at",)
blp = Blueprint("threads", __name__, url_prefix="/v1", description="Talk between two people about a share")


@blp.post("/shares/<share>/threads")
@blp.arguments(Said)
@blp.response(201, Thread)
def ask(asked: Row, share: str) -> Response:
    """Ask the sharer. Needs an Idempotency-Key; where we already talk about it, the thread goes on.

    A friend's words arrive at once. At the second degree it is a request: one message, so many requests a day
    as my level allows, and more only once it is accepted. Followers ask in public, under questions.
    """
    at = {"message": new_id(), "op": new_id(), "now": now(), **asked}
    caller = me().id
    return once(lambda unit: threads.open_(unit, caller, share, **at), required=True)


@blp.get("/me/threads")
@blp.arguments(ThreadsQuery, location="query")
@blp.response(200, ThreadPage)
def mine(query: Row) -> Row:
    """My threads, the one last written in first; without `state`, all but those I left or declined."""
    before = start(query["cursor"], of="me/threads", by=ORDER)
    rows = graph().rows(
        "threads/mine",
        me=me().id,
        thread=None,
        state=query["state"],
        before=before["newest_at"],
        before_id=before["id"],
        limit=query["limit"] + 1,
        now=now(),
    )
    return page(rows, query["limit"], of="me/threads", by=ORDER)


@blp.get("/threads/<thread>")
@blp.response(200, Thread)
def read(thread: str) -> Row:
    """One thread of mine. It is there for both while its asker may see the share."""
    return graph().one("threads/mine", me=me().id, thread=thread, now=now(), **threads.ONE)


@blp.get("/threads/<thread>/messages")
@blp.arguments(PageQuery, location="query")
@blp.response(200, MessagePage)
def messages(query: Row, thread: str) -> Row:
    """What was said, newest first. Looking marks nothing as read."""
    before, limit = start(query["cursor"], of=f"threads/{thread}", by=MESSAGES), query["limit"]
    caller = me().id
    graph().one("threads/see", me=caller, thread=thread, now=now())
    rows = graph().rows(
        "threads/messages", me=caller, thread=thread, message=None, before=before["at"], limit=limit + 1
    )
    return page(rows, limit, of=f"threads/{thread}", by=MESSAGES)


@blp.post("/threads/<thread>/messages")
@blp.arguments(Said)
@blp.response(201, Message)
def say(asked: Row, thread: str) -> Response:
    """Write. The sharer's first words accept a request."""
    at = {"message": new_id(), "op": new_id(), "now": now(), **asked}
    caller = me().id
    return once(lambda unit: threads.say(unit, caller, thread, **at))


@blp.post("/threads/<thread>/accept")
@blp.response(204)
def accept(thread: str) -> None:
    """Let the asker write freely; a request that I declined can be accepted later."""
    _act("threads/accept", thread, now=now())


@blp.post("/threads/<thread>/decline")
@blp.response(204)
def decline(thread: str) -> None:
    """The request is gone from my list; the asker is not told, and not asked by anew for a while."""
    _act("threads/decline", thread, now=now())


@blp.post("/threads/<thread>/leave")
@blp.response(204)
def leave(thread: str) -> None:
    """Leave for good, also a thread that is out of sight by now; the other is not told."""
    graph().one("threads/leave", me=me().id, thread=thread, now=now())


@blp.post("/threads/<thread>/mute")
@blp.response(204)
def mute(thread: str) -> None:
    """Be told of it no more; the other is not told."""
    _act("threads/mute", thread, muted_at=now())


@blp.delete("/threads/<thread>/mute")
@blp.response(204)
def unmute(thread: str) -> None:
    """Be told of it again."""
    _act("threads/mute", thread, muted_at=None)


@blp.post("/threads/<thread>/read")
@blp.arguments(UpTo)
@blp.response(204)
def mark_read(asked: Row, thread: str) -> None:
    """I have read it, all or up to a message; the other is not told."""
    _act("threads/read", thread, now=now(), **asked)


@blp.post("/threads/<thread>/helpful")
@blp.response(204)
def helpful(thread: str) -> None:
    """The sharer's answer helped me; it gives them a little experience, once for each thread."""
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: threads.helpful(unit, caller, thread, op=op, now=at), op=op)


def _act(query: str, thread: str, **more: object) -> None:
    caller, op, at = me().id, new_id(), now()
    graph().transaction(
        lambda unit: threads.act(unit, query, caller, thread, op=op, seen_at=at, **more), op=op
    )
