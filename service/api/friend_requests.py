"""Asking to be friends, and answering."""

from typing import Any

from flask import Response
from flask_smorest import Blueprint

from service.actions import people
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas.people import Asked, Asking, Friend, FriendRequestPage, FriendRequestQuery

blp = Blueprint("friend_requests", __name__, url_prefix="/v1", description="Asking to be friends")
ORDER = ("at", "id")
LISTS = {"in": "people/requests_in", "out": "people/requests_out"}


@blp.post("/friend-requests")
@blp.arguments(Asking)
@blp.response(201, Asked)
def ask(asking: dict[str, Any]) -> Response:
    """Ask somebody to be friends; when they have asked me we are friends at once.

    An open request stands when it is sent again. It expires after 14 days. A decline is not told:
    the request stays open until it expires, and for 30 days a new one does not reach them. Whoever
    blocks me is 404 like somebody who left.
    """
    caller, op, at = me().id, new_id(), now()
    to, message = asking["to"], asking["message"]
    return once(lambda unit: people.ask(unit, caller, to, op=op, message=message, now=at))


@blp.get("/me/friend-requests")
@blp.arguments(FriendRequestQuery, location="query")
@blp.response(200, FriendRequestPage)
def listed(query: dict[str, Any]) -> dict[str, Any]:
    """Open requests to me (`in`) or of mine (`out`), newest first."""
    limit, direction = query["limit"], query["direction"]
    name = LISTS[direction]
    after = start(query["cursor"], of=name, by=ORDER)
    rows = graph().rows(name, me=me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of=name, by=ORDER)


@blp.post("/friend-requests/<request_id>/accept")
@blp.response(200, Friend)
def accept(request_id: str) -> dict[str, Any]:
    """The new friend; accepted again, the same answer."""
    caller, op, at = me().id, new_id(), now()
    friend = graph().transaction(lambda unit: people.accept(unit, caller, request_id, op=op, now=at), op=op)
    first = start(None, of="friends", by=("since", "id"))
    return graph().one("people/friends", me=caller, only=friend, now=at, limit=1, **first)


@blp.post("/friend-requests/<request_id>/decline")
@blp.response(204)
def decline(request_id: str) -> None:
    """The request is gone from my list; the asker is not told."""
    _settle("people/decline", request_id)


@blp.delete("/friend-requests/<request_id>")
@blp.response(204)
def withdraw(request_id: str) -> None:
    """My request is taken back."""
    _settle("people/withdraw", request_id)


def _settle(query: str, request: str) -> None:
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: people.settle(unit, query, caller, request, op=op, now=at), op=op)
