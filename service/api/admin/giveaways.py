"""What reviewers do to giveaways, each act with its reason and written down."""

from collections.abc import Callable
from typing import Any

from flask_smorest import Blueprint

from service.api.giveaways import listing
from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.problems.problem import language
from service.api.schemas.giveaway_draws import (
    BeaconValue,
    Dossier,
    GiveawayReason,
    GiveawayReview,
    Improvement,
    PassOver,
)
from service.api.schemas.giveaways import GiveawayPage, GiveawaysQuery
from service.giveaways import views
from service.graph.client import Unit

Row = dict[str, Any]
blp = Blueprint(
    "admin_giveaways", __name__, url_prefix="/v1/admin/giveaways", description="Giveaways under review"
)
ASSUMPTION = {
    "en": "Assumed: one more account with a device, payment and address of its own costs at least "
    "{account_fen} fen and a wait; whoever buys from himself loses {lost_percent}% of each order, the "
    "least of which is {order_fen} fen; {turnout_percent}% of the {able} people who could enter do, "
    "unless entries are counted already. A cost is the least, a gain the most that it can be.",
    "zh": "假设：每多一个拥有独立设备、支付方式和地址的账号，至少花费 {account_fen} 分并需等待；"
    "自买自卖者每单损失 {lost_percent}%，每单至少 {order_fen} 分；"
    "尚无报名数据时，按可参加的 {able} 人中有 {turnout_percent}% 参加计算。成本取下限，收益取上限。",
}


@blp.get("")
@blp.arguments(GiveawaysQuery, location="query")
@blp.response(200, GiveawayPage)
def listed(query: Row) -> Row:
    """Every giveaway, those that wait for review with `status=proposed`."""
    return listing(query, every=True)


@blp.get("/<giveaway>")
@blp.response(200, Dossier)
def read(giveaway: str) -> Row:
    """A giveaway with its safety check, what was done to it, and who has won."""
    told = views.dossier(graph(), giveaway, me=me().id, now=now())
    told["safety"]["assumption"] = ASSUMPTION[language()].format_map(told["safety"])
    return told


@blp.post("/<giveaway>/review")
@blp.arguments(GiveawayReview)
@blp.response(204)
def review(asked: Row, giveaway: str) -> None:
    """Let a proposal open, or not; never one's own."""
    kind = "approve_giveaway" if asked["approve"] else "reject_giveaway"
    _act(kind, giveaway, asked, lambda unit, at: unit.one("giveaways/review", approve=asked["approve"], **at))


@blp.post("/<giveaway>/void")
@blp.arguments(GiveawayReason)
@blp.response(204)
def void(asked: Row, giveaway: str) -> None:
    """Void a giveaway that has not been drawn; everybody can read why."""
    _act(
        "void_giveaway",
        giveaway,
        asked,
        lambda unit, at: unit.one("giveaways/void", reason=asked["reason"], **at),
    )


@blp.post("/<giveaway>/beacon")
@blp.arguments(BeaconValue)
@blp.response(204)
def beacon(asked: Row, giveaway: str) -> None:
    """Supply what the beacon gave out in the round of the rules; once, after the close."""
    _act(
        "set_beacon",
        giveaway,
        asked,
        lambda unit, at: unit.one("giveaways/set_beacon", value=asked["value"], **at),
    )


@blp.post("/<giveaway>/improve")
@blp.arguments(Improvement)
@blp.response(204)
def improve(asked: Row, giveaway: str) -> None:
    """More or better prizes, before the close. No other rule ever changes."""
    _act("improve_giveaway", giveaway, asked, lambda unit, at: views.improve(unit, asked, at))


@blp.post("/<giveaway>/pass-over")
@blp.arguments(PassOver)
@blp.response(204)
def pass_over(asked: Row, giveaway: str) -> None:
    """Pass over a winner who cannot be reached or may not win: the next in rank moves up."""
    _act(
        "pass_over_winner",
        giveaway,
        asked,
        lambda unit, at: views.pass_over(unit, asked["pseudonym"], at),
    )


def _act(kind: str, giveaway: str, asked: Row, work: Callable[[Unit, Row], object]) -> None:
    """Do `work` and write it down, both or neither."""
    op = new_id()
    at = {"me": me().id, "giveaway": giveaway, "now": now(), "op": op}

    def audited(unit: Unit) -> None:
        work(unit, at)
        unit.run("giveaways/log", action=op, kind=kind, reason=asked["reason"], **at)

    graph().transaction(audited, op=op)
