"""Giveaways as people meet them: proposed, improved, looked at, proved, verified.

The secret of mode `commit` and the salt of the pseudonyms are drawn from the installation's secret: they
are stored nowhere before the reveal (the salt never), and no process holds any state.
"""

import hashlib
from datetime import datetime

import orjson

from service.credentials.keys import Keys
from service.giveaways import draw, odds
from service.giveaways import safety as giveaway_safety
from service.giveaways.draw import Entry
from service.graph.client import FIRST, Graph, Row, Unit

ROUND = {"source": "beacon_source", "round": "beacon_round", "at": "beacon_at"}
ONE: Row = {"status": None, **FIRST}


def propose(unit: Unit, keys: Keys, asked: Row, *, me: str, giveaway: str, op: str, now: datetime) -> str:
    """The id of the giveaway that `asked` describes; raises Refused by the rules of who may and how much."""
    terms = unit.one("giveaways/terms", profile=asked["profile"])
    committed = asked["mode"] == "commit"
    commitment = hashlib.sha256(secret(keys, giveaway)).hexdigest() if committed else None
    stored = {"id": giveaway, "commitment": commitment, **asked, **terms}
    beacon = None if committed else {name: asked[field] for name, field in ROUND.items()}
    ruled = {name: value for name, value in stored.items() if name not in ROUND.values()}
    rules, rules_hash = canonical({**ruled, "beacon": beacon})
    unit.one(
        "giveaways/propose",
        me=me,
        giveaway=stored,
        rules=rules,
        rules_hash=rules_hash,
        op=op,
        now=now,
    )
    return giveaway


def improve(unit: Unit, asked: Row, at: Row) -> None:
    """More or better prizes; raises Refused for less, or when the giveaway has closed."""
    rules = orjson.loads(unit.one("giveaways/rules", **at)["text"])
    better = {"quantity": asked["quantity"], "value_fen": asked["value_fen"]}
    text, rules_hash = canonical({**rules, **better})
    unit.one("giveaways/improve", rules=text, rules_hash=rules_hash, **better, **at)


def pass_over(unit: Unit, pseudonym: str, at: Row) -> None:
    """Take a winner's place away: the next in rank has it."""
    unit.one("giveaways/pass_over", pseudonym=pseudonym, **at)
    unit.run("giveaways/award", **at)


def canonical(rules: Row) -> tuple[str, str]:
    """Rules as the text that is published, and its SHA-256 (hex)."""
    text = orjson.dumps(rules, option=orjson.OPT_UTC_Z | orjson.OPT_SORT_KEYS)
    return text.decode(), hashlib.sha256(text).hexdigest()


def secret(keys: Keys, giveaway: str) -> bytes:
    """The 32 bytes that decide a draw of mode `commit`."""
    return keys.key(f"giveaway:{giveaway}")


def pseudonym(keys: Keys, giveaway: str, user: str) -> str:
    """Who takes part, hidden: HMAC-SHA-256 under a salt of this giveaway (hex)."""
    return keys.fingerprint(f"giveaway-salt:{giveaway}", user)


def detail(graph: Graph, giveaway: str, *, me: str, now: datetime) -> Row:
    """A giveaway with the viewer's chance among those who have entered, and the entry if there is one."""
    told = graph.one("giveaways/list", me=me, only=giveaway, every=False, now=now, **ONE)
    found = graph.one("giveaways/odds", me=me, giveaway=giveaway)
    mine = found["weight"]
    others = by_weight(found["others"])
    chance = odds.told(*odds.chance(mine, others, told["quantity"]))
    total = mine + sum(weight * count for weight, count in others.items())
    entries = graph.rows("giveaways/entry", me=me, giveaway=giveaway)
    return {
        **told,
        "chance": {"weight": mine, "total_weight": total, **chance},
        "entry": next(iter(entries), None),
    }


def dossier(graph: Graph, giveaway: str, *, me: str, now: datetime) -> Row:
    """A giveaway as its reviewers see it, with the check whether faking entries pays."""
    told = graph.one("giveaways/list", me=me, only=giveaway, every=True, now=now, **ONE)
    terms = {"odds": told["odds"], "account_days": told["account_days"]}
    able = by_weight(graph.rows("giveaways/population", now=now, **terms))
    entered = by_weight(graph.one("giveaways/odds", me=me, giveaway=giveaway)["others"])
    safety = giveaway_safety.check(told, graph.rows("giveaways/costs"), entered, able)
    return {**told, **graph.one("giveaways/dossier", giveaway=giveaway), "safety": safety}


def by_weight(rows: list[Row]) -> dict[int, int]:
    """How many entries there are of each weight."""
    return {row["weight"]: row["entries"] for row in rows}


def verify(graph: Graph, giveaway: str) -> Row:
    """All that anybody needs to make the draw again, and whether making it again gave the same."""
    told = graph.one("giveaways/verify", giveaway=giveaway)
    rows = graph.rows("giveaways/entries", giveaway=giveaway)
    places = [row["pseudonym"] for row in sorted(rows, key=lambda row: int(row["place"]))]
    entries = [Entry.of(row) for row in rows]
    source = bytes.fromhex(told["secret"] or told["beacon"]["value"])
    root = draw.root(draw.leaves(entries))
    seed = draw.seed(source, root)
    again = [entry.pseudonym for entry in draw.order(seed, entries)]
    prizes = told.pop("quantity")
    return {
        **told,
        "entries": [{name: row[name] for name in ("pseudonym", "weight", "nonce")} for row in rows],
        "winners": places[:prizes],
        "alternates": places[prizes:],
        "replayed": again == places and root.hex() == told["root"] and seed.hex() == told["seed"],
    }


def proof(graph: Graph, giveaway: str, me: str) -> Row:
    """That the published root holds my entry; raises NotFound without one, Refused before the close."""
    mine = graph.one("giveaways/proof", giveaway=giveaway, me=me)
    leaves = draw.leaves(Entry.of(row) for row in graph.rows("giveaways/entries", giveaway=giveaway))
    index = leaves.index(Entry.of(mine).leaf)
    path = [node.hex() for node in draw.audit_path(leaves, index)]
    told = {name: mine[name] for name in ("pseudonym", "weight", "nonce", "root")}
    return {**told, "index": index, "size": len(leaves), "path": path}
