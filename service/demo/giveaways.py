"""Two giveaways for the demo town: one drawn yesterday, to replay, and one open for entry."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.credentials.keys import Keys
from service.credentials.tokens import new_id
from service.demo.guests import GUESTS
from service.giveaways import steps, views
from service.graph.client import Graph, Row, Unit

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ENTRANTS, OPEN_DAYS = 20, 5
SPONSOR = "三友小店 Three Friends"
REASON = "奖品在店里，照片看过。 The prizes are in the shop, I have seen them."
DRAWN: Row = {
    "title": "三只电水壶 Three kettles",
    "prize": "电水壶一只 An electric kettle",
    "quantity": 3,
    "value_fen": 9_900,
}
OPEN: Row = {
    "title": "五份手冲套装 Five coffee sets",
    "prize": "手冲壶和滤杯 A kettle and a dripper",
    "quantity": 5,
    "value_fen": 15_900,
}


@dataclass(frozen=True)
class Cast:
    """The people of a giveaway: its host, its reviewer and its entrants."""

    host: str
    reviewer: str
    entrants: list[str]


def hold(graph: Graph, keys: Keys, now: datetime) -> None:
    """Hold both, through the functions that the API and the worker call.

    Raises NotFound outside the demo town, Refused when the host may not propose one.
    """
    cast = graph.one("giveaways/cast", town=GUESTS[0].id, limit=ENTRANTS + 1, now=now)
    host, *players = cast["players"]
    guests = [guest.id for guest in GUESTS if guest.id != host]
    others = [player for player in players if player not in guests]
    hands = {"host": host, "reviewer": cast["reviewer"]}
    # the newcomer may enter only since a short time ago, so the guests enter last
    drawn = _held(
        graph, keys, Cast(**hands, entrants=[*others, *guests]), DRAWN, opens=now - 6 * DAY, until=now - DAY
    )
    for step in ("close", "draw"):
        steps.take(graph, keys, drawn, step, now - DAY + HOUR)
    # guests may enter themselves
    _held(graph, keys, Cast(**hands, entrants=others[: ENTRANTS // 2]), OPEN, opens=now - DAY, until=now)


def _held(graph: Graph, keys: Keys, cast: Cast, prizes: Row, *, opens: datetime, until: datetime) -> str:
    """Propose, review and, up to `until`, enter a giveaway. Returns its id."""
    giveaway, op, before, proposal = new_id(), new_id(), opens - HOUR, _proposal(prizes, opens)
    apart = (until - opens) / len(cast.entrants)
    nonces = {entrant: secrets.token_hex(16) for entrant in cast.entrants}

    def begin(unit: Unit) -> None:
        views.propose(unit, keys, proposal, me=cast.host, giveaway=giveaway, op=op, now=before)
        at: Row = {"me": cast.reviewer, "giveaway": giveaway, "op": op, "now": before}
        unit.one("giveaways/review", approve=True, **at)
        unit.run("giveaways/log", action=op, kind="approve_giveaway", reason=REASON, **at)

    def enter(unit: Unit) -> None:
        for number, (entrant, nonce) in enumerate(nonces.items()):
            hidden, entered = views.pseudonym(keys, giveaway, entrant), opens + number * apart
            who: Row = {"me": entrant, "giveaway": giveaway, "pseudonym": hidden, "nonce": nonce}
            unit.one("giveaways/enter", op=op, now=entered, **who)

    graph.transaction(begin)
    graph.transaction(enter)
    return giveaway


def _proposal(prizes: Row, opens: datetime) -> Row:
    closes = opens + OPEN_DAYS * DAY
    times = {"opens_at": opens, "closes_at": closes, "reveal_by": closes + 2 * DAY}
    plain = {"currency": "CNY", "sponsor": SPONSOR, "profile": "standard", "mode": "commit"}
    return {**prizes, **times, **plain, "beacon_source": None, "beacon_round": None, "beacon_at": None}
