"""What happens between two people, each as the queries of one transaction.

Every one locks both people first (`op` names the lock), lower id first, and so does a publication
with its author: none of them can miss what another has just done.
"""

from datetime import datetime

from service.graph.client import Row, Unit


def ask(unit: Unit, me: str, user: str, *, op: str, message: str | None, now: datetime) -> Row:
    """The request of `me` with id `op`, its `state` accepted when both have asked.

    Raises NotFound for whoever is gone or blocks or is blocked; Refused self, already_friends,
    request_limit, friend_limit.
    """
    unit.one("people/lock_pair", me=me, user=user, op=op)
    asking = {"me": me, "user": user, "now": now}
    request = unit.one("people/ask", request=op, message=message, **asking)
    del request["limit"]
    state = unit.one("people/befriend", **asking)["state"]
    unit.run("people/tell_request", **asking)
    unit.run("people/tell_accepted", **asking)
    return {**request, "state": state}


def accept(unit: Unit, me: str, request: str, *, op: str, now: datetime) -> str:
    """The id of whoever asked: a friend from now on, if the request was open.

    Raises NotFound when `me` is no side of such a request; Refused friend_limit.
    """
    user = unit.one("people/request_other", me=me, request=request)["user"]
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.run("people/accept", me=me, request=request, op=op, now=now)
    unit.run("people/befriend", me=me, user=user, now=now)
    unit.run("people/tell_accepted", me=me, user=user, now=now)
    return str(user)


def settle(unit: Unit, query: str, me: str, request: str, *, op: str, now: datetime) -> None:
    """Decline or withdraw a request by `query`; raises NotFound when `me` has none such."""
    user = unit.one("people/request_other", me=me, request=request)["user"]
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.one(query, me=me, request=request, now=now)


def unfriend(unit: Unit, me: str, user: str, *, op: str) -> None:
    """No friends from now on, whether or not they were."""
    unit.run("people/lock_pair", me=me, user=user, op=op)
    unit.run("people/unfriend", me=me, user=user)


def block(unit: Unit, me: str, user: str, *, op: str, now: datetime) -> None:
    """`me` blocks `user`; raises NotFound when there is no such person, Refused self."""
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.one("people/block", me=me, user=user, now=now)


def follow(unit: Unit, me: str, user: str, *, op: str, now: datetime) -> None:
    """`me` follows a creator; raises NotFound as for `ask`, Refused self, not_creator."""
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.one("people/follow", me=me, user=user, now=now)
