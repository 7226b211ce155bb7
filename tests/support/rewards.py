"""Purchases with friends' coupons, and the points that they gave, for tests of moderation."""

from datetime import timedelta

from service.actions import levels
from service.graph.client import Graph
from tests.support.given import DAY, NOW, Given


def reward(given: Given, buyer: str, sharer: str, times: int, *, ago: timedelta = 9 * DAY) -> list[str]:
    """The keys of the lines: `buyer` bought so often with coupons of `sharer`, who got 30 points each."""
    return [_bought(given, buyer, sharer, f"{sharer}{number}", NOW - ago) for number in range(times)]


def _bought(given: Given, buyer: str, sharer: str, word: str, at: object) -> str:
    share = given.share(sharer, word, quota=20)
    order = given.redeemed(buyer, share, word, at=NOW - 99 * DAY, completed_at=at)
    given.xp(sharer, f"buy:{order}", "friend_purchase", 30, purchase=order, occurred_at=at)
    return f"buy:{order}"


def worth(graph: Graph, *users: str) -> list[int]:
    """The experience that each ledger means."""
    return [levels.totals(graph, user, NOW)["xp"] for user in users]
