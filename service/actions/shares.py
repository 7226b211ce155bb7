"""Publication and revision of a share, each the queries of one transaction."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from service.graph.client import FIRST, Graph, Row, Unit


def publish(
    unit: Unit,
    *,
    me: str,
    share: str,
    now: datetime,
    op: str,
    to: list[str],
    photos: Sequence[str] = (),
    **draft: object,
) -> None:
    """Publish a coupon of `me` as `share`, with `photos` of `me` in order, and send it to the friends `to`.

    `draft` is coupon_id, note, cons, used_for_days, audience, gifted and ad_label. Raises NotFound and
    Refused as cypher/shares/publish, cypher/photos/show and cypher/shares/send do.
    """
    unit.one("shares/publish", me=me, share=share, now=now, op=op, to=to, **draft)
    if photos:
        unit.one("photos/show", me=me, share=share, photos=list(photos), op=op)
    unit.run("shares/reach", me=me)
    unit.run("levels/publish", share=share, now=now)
    unit.one("shares/send", me=me, share=share, now=now, op=op, to=to)


def work(*, me: str, share: str, now: datetime, **draft: Any) -> Callable[[Unit], Row]:
    """The work that publishes a coupon (see `publish`) and returns the share as its publisher sees it."""

    def done(unit: Unit) -> Row:
        publish(unit, me=me, share=share, now=now, **draft)
        return own(unit, me=me, share=share, now=now)

    return done


def own(ask: Graph | Unit, *, me: str, share: str, now: datetime) -> Row:
    """The share as its publisher sees it; raises NotFound for a share of another person."""
    mine: Row = ask.one("shares/mine", me=me, share=share, now=now, **FIRST)["share"]
    return mine


def revision(
    *,
    me: str,
    share: str,
    now: datetime,
    op: str,
    version: int | None,
    photos: list[str] | None = None,
    **changes: Any,
) -> Callable[[Unit], Row]:
    """The work that changes a share of `me`, and its photos unless they are None, and returns the share."""

    def done(unit: Unit) -> Row:
        at: Row = {"me": me, "share": share, "now": now}
        unit.one("shares/revise", **at, changes=changes, photos=photos, version=version, op=op)
        if photos is not None:
            unit.one("photos/show", me=me, share=share, photos=photos, op=op)
        return own(unit, **at)

    return done
