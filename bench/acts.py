"""The work of the API's handlers for a publication, a claim and a verdict, without HTTP."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime
from typing import Any

from service.actions import claims, shares
from service.errors import Problem
from service.graph.client import Graph, Unit

NOTE = "I have used it nearly every day since it came and would buy it again; the box was dented."
Work = Callable[[Unit], Any]


def publish(person: str, coupon: str, share: str, audience: str, at: datetime) -> Work:
    """See service/api/shares.py."""
    body: dict[str, Any] = {"cons": None, "used_for_days": None, "gifted": False, "ad_label": True, "to": []}
    body |= {"coupon_id": coupon, "note": NOTE, "audience": audience}

    def work(unit: Unit) -> None:
        shares.publish(unit, me=person, share=share, now=at, op=share, **body)

    return work


def take(session: str, share: str, claim: str, code: str, at: datetime) -> Work:
    """See service/api/claims.py."""
    copy = {"session": session, "share": share, "claim": claim, "code": code}
    return lambda unit: unit.one("claims/claim", **copy, op=claim, now=at)


def judge(person: str, claim: str, at: datetime, *, as_described: bool) -> Work:
    """See service/api/claims.py."""
    verdict: dict[str, Any] = {"me": person, "as_described": as_described, "op": claim, "now": at}
    return lambda unit: claims.judge(unit, claim, **verdict)


def together(graph: Graph, works: list[Work], count: Counter[str]) -> list[bool]:
    """Whether each work succeeded, in one transaction; after a refusal, each in its own transaction."""
    try:
        graph.transaction(lambda unit: [work(unit) for work in works])
    except Problem:
        return [_alone(graph, work, count) for work in works]
    return [True] * len(works)


def _alone(graph: Graph, work: Work, count: Counter[str]) -> bool:
    try:
        graph.transaction(work)
    except Problem as refused:
        count[f"refused: {refused.code}"] += 1
        return False
    return True
