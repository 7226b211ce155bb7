"""Reports, appeals, and the acts of moderators: a fixed list, each logged with a reason."""

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
# The query of each act on each kind of thing.
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
    """The report of `me`. Enough reports of a dead coupon hold its share.

    Raises NotFound for a thing that `me` never saw; Refused self, report_limit.
    """
    owner = unit.one(KINDS[kind], me=me, id=about, now=now)["owner"]
    if owner == me:
        raise Refused("self")
    unit.run("people/lock_pair", me=me, user=owner or me, op=op)
    filed = unit.one("reports/file", me=me, report=report, kind=kind, id=about, now=now, **words)["id"]
    unit.run("reports/hold", share=about, op=op, now=now)
    return unit.one("reports/mine", me=me, report=filed, **FIRST)


def appeal(unit: Unit, me: str, action: str, report: str, *, text: str, op: str, now: datetime) -> Row:
    """The one appeal of `me` against an act on them or their things; raises NotFound."""
    unit.one("reports/actions", me=me, action=action, **FIRST)
    unit.run("people/lock_pair", me=me, user=me, op=op)
    words = {"kind": "action", "id": action, "category": "appeal", "text": text}
    filed = unit.one("reports/file", me=me, report=report, now=now, **words)["id"]
    return unit.one("reports/mine", me=me, report=filed, **FIRST)


def resolve(unit: Unit, report: str, *, action: str, reason: str, admin: str, op: str, now: datetime) -> Row:
    """Act on a report. Returns `{id, kind, count, people}` (see `act`) with the `count` of closed reports."""
    about = unit.one("reports/subject", admin=admin, report=report, op=op)
    done = act(unit, action, about, reason=reason, admin=admin, op=op, now=now)
    outcome = "dismissed" if action == "dismiss" else "acted"
    closed = unit.one("reports/close", report=report, action=done["id"], outcome=outcome, now=now)
    return {**done, **closed}


def act(unit: Unit, action: str, about: Row, *, reason: str, admin: str, op: str, now: datetime) -> Row:
    """Act on a thing. Returns `{id, kind, count, people}`; the levels of `people` must be derived again.

    `about` is a row of moderation/subject. `suspend` acts on the owner of the thing. Raises Refused
    wrong_state for an act that this kind of thing does not have.
    """
    kind, thing = _object(action, about)
    if action != "dismiss":
        _affect(unit, action, kind, thing, op=op, now=now)
    named = "dismiss_report" if action == "dismiss" else f"{action}_{kind}"
    log = {"reason": reason, "admin": admin, "owner": about["owner"], "op": op, "now": now}
    done = unit.one("moderation/record", kind=named, thing=thing, **log)
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
