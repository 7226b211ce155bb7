"""Friend requests: send, accept, decline, withdraw."""

from flask import Response
from flask_smorest import Blueprint

from service.actions import people
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.http.paging import page, start
from service.api.schemas.people import Asked, Asking, Friend, FriendRequestPage, FriendRequestQuery
from service.graph.client import Row

blp = Blueprint("friend_requests", __name__, url_prefix="/v1", description="Asking to be friends")
ORDER = ("at", "id")
LISTS = {"in": "people/requests_in", "out": "people/requests_out"}


@blp.post("/friend-requests")
@blp.arguments(Asking)
@blp.response(201, Asked)
def ask(asking: Row) -> Response:
    """Ask a person to be friends. If they have already asked me, we are friends at once.

    Sending an open request again changes nothing. It expires after 14 days. The server does not report a
    decline: the request looks open until it expires, and a new one does not reach them for 30 days.
    A person who blocks me is a 404, like a departed person.
    """
    caller, op, at = me().id, new_id(), now()
    to, message = asking["to"], asking["message"]
    return once(lambda unit: people.ask(unit, caller, to, op=op, message=message, now=at))


@blp.get("/me/friend-requests")
@blp.arguments(FriendRequestQuery, location="query")
@blp.response(200, FriendRequestPage)
def listed(query: Row) -> Row:
    """Open requests to me (`in`) or from me (`out`), newest first."""
    limit, direction = query["limit"], query["direction"]
    name = LISTS[direction]
    after = start(query["cursor"], of=name, by=ORDER)
    rows = graph().rows(name, me=me().id, now=now(), limit=limit + 1, **after)
    return page(rows, limit, of=name, by=ORDER)


@blp.post("/friend-requests/<request_id>/accept")
@blp.response(200, Friend)
def accept(request_id: str) -> Row:
    """Accept a request. Returns the new friend, also when repeated."""
    caller, op, at = me().id, new_id(), now()
    friend = graph().transaction(lambda unit: people.accept(unit, caller, request_id, op=op, now=at), op=op)
    first = start(None, of="friends", by=("since", "id"))
    return graph().one("people/friends", me=caller, only=friend, now=at, limit=1, **first)


@blp.post("/friend-requests/<request_id>/decline")
@blp.response(204)
def decline(request_id: str) -> None:
    """Decline a request: it leaves my list. The server does not notify the sender."""
    _settle("people/decline", request_id)


@blp.delete("/friend-requests/<request_id>")
@blp.response(204)
def withdraw(request_id: str) -> None:
    """Withdraw my request."""
    _settle("people/withdraw", request_id)


def _settle(query: str, request: str) -> None:
    caller, op, at = me().id, new_id(), now()
    graph().transaction(lambda unit: people.settle(unit, query, caller, request, op=op, now=at), op=op)
