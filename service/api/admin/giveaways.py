"""Reviews of giveaways; the audit keeps each act with its reason."""

from collections.abc import Callable

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.paging import page, start
from service.api.schemas.giveaway_draws import (
    BeaconValue,
    Dossier,
    GiveawayReason,
    GiveawayReview,
    Improvement,
    PassOver,
)
from service.api.schemas.giveaways import GiveawayPage, GiveawaysQuery
from service.api.texts.giveaways import assumption
from service.giveaways import views
from service.graph.client import Row, Unit

blp = Blueprint(
    "admin_giveaways", __name__, url_prefix="/v1/admin/giveaways", description="Giveaways under review"
)
LIST = "giveaways/list"
ORDER = ("opens_at", "id")


@blp.get("")
@blp.arguments(GiveawaysQuery, location="query")
@blp.response(200, GiveawayPage)
def listed(query: Row) -> Row:
    """Every giveaway; `status=proposed` lists those that wait for review."""
    before, limit = start(query["cursor"], of=LIST, by=ORDER), query["limit"]
    who = {"me": me().id, "only": None, "every": True, "status": query["status"], "now": now()}
    place = {"before": before["opens_at"], "before_id": before["id"], "limit": limit + 1}
    return page(graph().rows(LIST, **who, **place), limit, of=LIST, by=ORDER)


@blp.get("/<giveaway>")
@blp.response(200, Dossier)
def read(giveaway: str) -> Row:
    """A giveaway with its safety check, its acts and its winners."""
    dossier = views.dossier(graph(), giveaway, me=me().id, now=now())
    dossier["safety"]["assumption"] = assumption(dossier["safety"])
    return dossier


@blp.post("/<giveaway>/review")
@blp.arguments(GiveawayReview)
@blp.response(204)
def review(body: Row, giveaway: str) -> None:
    """Approve or reject a proposal; never my own."""
    kind = "approve_giveaway" if body["approve"] else "reject_giveaway"
    _act(kind, giveaway, body, lambda unit, at: unit.one("giveaways/review", approve=body["approve"], **at))


@blp.post("/<giveaway>/void")
@blp.arguments(GiveawayReason)
@blp.response(204)
def void(body: Row, giveaway: str) -> None:
    """Void a giveaway before its draw. Everyone can read the reason."""
    _act(
        "void_giveaway",
        giveaway,
        body,
        lambda unit, at: unit.one("giveaways/void", reason=body["reason"], **at),
    )


@blp.post("/<giveaway>/beacon")
@blp.arguments(BeaconValue)
@blp.response(204)
def beacon(body: Row, giveaway: str) -> None:
    """Supply the beacon value of the round in the rules; once, after the close."""
    _act(
        "set_beacon",
        giveaway,
        body,
        lambda unit, at: unit.one("giveaways/set_beacon", value=body["value"], **at),
    )


@blp.post("/<giveaway>/improve")
@blp.arguments(Improvement)
@blp.response(204)
def improve(body: Row, giveaway: str) -> None:
    """Add or improve prizes before the close. No other rule ever changes."""
    _act("improve_giveaway", giveaway, body, lambda unit, at: views.improve(unit, body, at))


@blp.post("/<giveaway>/pass-over")
@blp.arguments(PassOver)
@blp.response(204)
def pass_over(body: Row, giveaway: str) -> None:
    """Pass over an unreachable or ineligible winner; the next in rank moves up."""
    _act(
        "pass_over_winner",
        giveaway,
        body,
        lambda unit, at: views.pass_over(unit, body["pseudonym"], at),
    )


def _act(kind: str, giveaway: str, body: Row, work: Callable[[Unit, Row], object]) -> None:
    """Do `work` and log it, both or neither."""
    op = new_id()
    at = {"me": me().id, "giveaway": giveaway, "now": now(), "op": op}

    def audited(unit: Unit) -> None:
        work(unit, at)
        unit.run("giveaways/log", action=op, kind=kind, reason=body["reason"], **at)

    graph().transaction(audited, op=op)
