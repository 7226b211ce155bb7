"""Acts between two people, each the queries of one transaction.

Every act locks both people first (`op` names the lock), the lower id first. A publication locks its
author too. So no act misses what another has just written.
"""

from datetime import datetime

from service.graph.client import Row, Unit


def ask(unit: Unit, me: str, user: str, *, op: str, message: str | None, now: datetime) -> Row:
    """The request of `me` with id `op`; its `state` is accepted when `user` has a request open too.

    Raises NotFound for a departed or suspended user, and after a block on either side; Refused self,
    already_friends, request_limit, friend_limit.
    """
    unit.one("people/lock_pair", me=me, user=user, op=op)
    pair = {"me": me, "user": user, "now": now}
    request = unit.one("people/ask", request=op, message=message, **pair)
    del request["limit"]
    state = unit.one("people/befriend", **pair)["state"]
    unit.run("people/tell_request", **pair)
    unit.run("people/tell_accepted", **pair)
    return {**request, "state": state}


def accept(unit: Unit, me: str, request: str, *, op: str, now: datetime) -> str:
    """Make friends if the request is open. Returns the id of its sender.

    Raises NotFound when `me` is on neither side of the request; Refused friend_limit.
    """
    user = unit.one("people/request_other", me=me, request=request)["user"]
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.run("people/accept", me=me, request=request, op=op, now=now)
    unit.run("people/befriend", me=me, user=user, now=now)
    unit.run("people/tell_accepted", me=me, user=user, now=now)
    return str(user)


def settle(unit: Unit, query: str, me: str, request: str, *, op: str, now: datetime) -> None:
    """Decline or withdraw a request by `query`; raises NotFound when `me` has no such request."""
    user = unit.one("people/request_other", me=me, request=request)["user"]
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.one(query, me=me, request=request, now=now)


def unfriend(unit: Unit, me: str, user: str, *, op: str) -> None:
    """End the friendship, if there is one."""
    unit.run("people/lock_pair", me=me, user=user, op=op)
    unit.run("people/unfriend", me=me, user=user)


def block(unit: Unit, me: str, user: str, *, op: str, now: datetime) -> None:
    """`me` blocks `user`; raises NotFound for a user who left or blocks `me`, Refused self."""
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.one("people/block", me=me, user=user, now=now)


def follow(unit: Unit, me: str, user: str, *, op: str, now: datetime) -> None:
    """`me` follows a creator; raises NotFound as for `ask`, Refused self, not_creator."""
    unit.one("people/lock_pair", me=me, user=user, op=op)
    unit.one("people/follow", me=me, user=user, now=now)
