"""Threads: private talk between an asker and a sharer about one share."""

from flask import Response
from flask_smorest import Blueprint

from service.actions import threads
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas import PageQuery
from service.api.schemas.threads import Message, MessagePage, Said, Thread, ThreadPage, ThreadsQuery, UpTo
from service.graph.client import Row

ORDER = ("newest_at", "id")
MESSAGES = ("at",)
blp = Blueprint("threads", __name__, url_prefix="/v1", description="Talk between two people about a share")


@blp.post("/shares/<share>/threads")
@blp.arguments(Said)
@blp.response(201, Thread)
def ask(body: Row, share: str) -> Response:
    """Ask the sharer. Needs an Idempotency-Key. If we already have a thread about it, it continues.

    A friend's message arrives at once. At the second degree it is a request: one message, within my level's
    daily limit, and more only after they accept. Followers ask publicly, under questions.
    """
    at = {"message": new_id(), "op": new_id(), "now": now(), **body}
    caller = me().id
    return once(lambda unit: threads.open_(unit, caller, share, **at), required=True)


@blp.get("/me/threads")
@blp.arguments(ThreadsQuery, location="query")
@blp.response(200, ThreadPage)
def mine(query: Row) -> Row:
    """My threads, latest message first. Without `state`: all but those I left or declined."""
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
    """One of my threads. Both people can open it while its asker may see the share."""
    return graph().one("threads/mine", me=me().id, thread=thread, now=now(), **threads.ONE)


@blp.get("/threads/<thread>/messages")
@blp.arguments(PageQuery, location="query")
@blp.response(200, MessagePage)
def messages(query: Row, thread: str) -> Row:
    """The messages of a thread, newest first. Reading them here marks nothing as read."""
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
def say(body: Row, thread: str) -> Response:
    """Write a message. The sharer's first message accepts a request."""
    at = {"message": new_id(), "op": new_id(), "now": now(), **body}
    caller = me().id
    return once(lambda unit: threads.say(unit, caller, thread, **at))


@blp.post("/threads/<thread>/accept")
@blp.response(204)
def accept(thread: str) -> None:
    """Accept a request: the asker may write freely. I can accept a declined request later."""
    _act("threads/accept", thread, now=now())


@blp.post("/threads/<thread>/decline")
@blp.response(204)
def decline(thread: str) -> None:
    """Decline a request: it leaves my list, and a new one is blocked for a while. No notification."""
    _act("threads/decline", thread, now=now())


@blp.post("/threads/<thread>/leave")
@blp.response(204)
def leave(thread: str) -> None:
    """Leave a thread for good, even one I can no longer open. The server does not notify the other."""
    graph().one("threads/leave", me=me().id, thread=thread, now=now())


@blp.post("/threads/<thread>/mute")
@blp.response(204)
def mute(thread: str) -> None:
    """Mute a thread: no more notifications of it. The other person does not learn of it."""
    _act("threads/mute", thread, muted_at=now())


@blp.delete("/threads/<thread>/mute")
@blp.response(204)
def unmute(thread: str) -> None:
    """Unmute a thread."""
    _act("threads/mute", thread, muted_at=None)


@blp.post("/threads/<thread>/read")
@blp.arguments(UpTo)
@blp.response(204)
def mark_read(body: Row, thread: str) -> None:
    """Mark a thread as read, all of it or up to a message. The other person does not learn of it."""
    _act("threads/read", thread, now=now(), **body)


@blp.post("/threads/<thread>/helpful")
@blp.response(204)
def helpful(thread: str) -> None:
    """Mark the sharer's answer as helpful. It earns them a little experience, once per thread."""
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: threads.helpful(unit, caller, thread, op=op, now=at), op=op)


def _act(query: str, thread: str, **more: object) -> None:
    caller, op, at = me().id, new_id(), now()
    graph().transaction(
        lambda unit: threads.act(unit, query, caller, thread, op=op, seen_at=at, **more), op=op
    )
