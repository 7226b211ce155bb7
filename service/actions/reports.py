"""Reports, appeals, and what moderators do about them: bounded acts, each with a reason and written down."""

from datetime import datetime

from service.errors import Refused
from service.graph.client import FIRST, Row, Unit

KINDS = {
    "user": "reports/user",
    "share": "reports/share",
    "message": "reports/message",
    "question": "reports/question",
    "wish": "reports/wish",
    "reply": "reports/reply",
    "shop": "reports/shop",
}
# What may be done to what.
ACTS = {
    ("hold", "share"): "moderation/hold_share",
    ("remove", "share"): "moderation/remove_share",
    ("restore", "share"): "moderation/restore_share",
    ("hide", "message"): "moderation/hide",
    ("hide", "question"): "moderation/hide",
    ("hide", "wish"): "moderation/hide",
    ("hide", "reply"): "moderation/hide",
    ("restore", "message"): "moderation/show",
    ("restore", "question"): "moderation/show",
    ("restore", "wish"): "moderation/show",
    ("restore", "reply"): "moderation/show",
    ("suspend", "user"): "moderation/suspend",
    ("restore", "user"): "moderation/reinstate",
    ("verify", "user"): "moderation/verify",
    ("unverify", "user"): "moderation/unverify",
}


def file(
    unit: Unit, me: str, report: str, *, kind: str, about: str, op: str, now: datetime, **words: object
) -> Row:
    """The report of `me`; enough of a dead coupon hold its share.

    Raises NotFound for what `me` never saw; Refused self, report_limit.
    """
    owner = unit.one(KINDS[kind], me=me, id=about, now=now)["owner"]
    if owner == me:
        raise Refused("self")
    unit.run("people/lock_pair", me=me, user=owner or me, op=op)
    filed = unit.one("reports/file", me=me, report=report, kind=kind, id=about, now=now, **words)["id"]
    unit.run("reports/hold", share=about, op=op, now=now)
    return unit.one("reports/mine", me=me, report=filed, **FIRST)


def appeal(unit: Unit, me: str, action: str, report: str, *, text: str, op: str, now: datetime) -> Row:
    """The appeal of `me` against what was done to them or theirs, one each; raises NotFound."""
    unit.one("reports/actions", me=me, action=action, **FIRST)
    unit.run("people/lock_pair", me=me, user=me, op=op)
    asked = {"kind": "action", "id": action, "category": "appeal", "text": text}
    filed = unit.one("reports/file", me=me, report=report, now=now, **asked)["id"]
    return unit.one("reports/mine", me=me, report=filed, **FIRST)


def resolve(unit: Unit, report: str, *, action: str, reason: str, admin: str, op: str, now: datetime) -> Row:
    """`{id, kind, count, people}`: what was done, and how many reports it closed; see `act`."""
    about = unit.one("reports/subject", admin=admin, report=report, op=op)
    done = act(unit, action, about, reason=reason, admin=admin, op=op, now=now)
    outcome = "dismissed" if action == "dismiss" else "acted"
    closed = unit.one("reports/close", report=report, action=done["id"], outcome=outcome, now=now)
    return {**done, **closed}


def act(unit: Unit, action: str, about: Row, *, reason: str, admin: str, op: str, now: datetime) -> Row:
    """`{id, kind, count, people}` of an act; the levels of `people` are to be derived anew.

    `about` is a row of moderation/subject. To suspend acts on whose thing it is. Raises Refused wrong_state
    for what cannot be done to such a thing.
    """
    kind, thing = _object(action, about)
    if action != "dismiss":
        _affect(unit, action, kind, thing, op=op, now=now)
    named = "dismiss_report" if action == "dismiss" else f"{action}_{kind}"
    told = {"reason": reason, "admin": admin, "owner": about["owner"], "op": op, "now": now}
    done = unit.one("moderation/record", kind=named, thing=thing, **told)
    return {**done, "count": 0, "people": [about["owner"]] if kind == "share" else []}


def _object(action: str, about: Row) -> tuple[str, str | None]:
    if action == "dismiss":
        return "report", None
    if action == "suspend":
        return "user", about["owner"]
    return about["kind"], about["thing"]


def _affect(unit: Unit, action: str, kind: str, thing: str | None, *, op: str, now: datetime) -> None:
    if thing is None or (action, kind) not in ACTS:
        raise Refused("wrong_state")
    done = unit.one(ACTS[action, kind], thing=thing, op=op, now=now)
    if "keys" in done:
        publisher = unit.one("threads/publisher", share=thing)["user"]
        unit.run("shares/reach", me=publisher)
        grounds = unit.one("moderation/grounds", keys=done["keys"])
        unit.run("levels/void_purchase", purchases=grounds["purchases"])
