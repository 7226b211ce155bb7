"""Giveaways for people: propose, improve, read, prove, verify.

The secret of mode `commit` and the salt of the pseudonyms are derived from the installation's secret. The
graph gets the secret at the reveal and the salt never, and no process keeps state.
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


def propose(unit: Unit, keys: Keys, proposal: Row, *, me: str, giveaway: str, op: str, now: datetime) -> str:
    """Store a proposal. Returns its id; raises Refused for a low level, many proposals or a dear prize."""
    terms = unit.one("giveaways/terms", profile=proposal["profile"])
    committed = proposal["mode"] == "commit"
    commitment = hashlib.sha256(secret(keys, giveaway)).hexdigest() if committed else None
    stored = {"id": giveaway, "commitment": commitment, **proposal, **terms}
    beacon = None if committed else {name: proposal[field] for name, field in ROUND.items()}
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


def improve(unit: Unit, prizes: Row, at: Row) -> None:
    """More or better prizes; raises Refused for less, or when the giveaway has closed."""
    rules = orjson.loads(unit.one("giveaways/rules", **at)["text"])
    better = {"quantity": prizes["quantity"], "value_fen": prizes["value_fen"]}
    text, rules_hash = canonical({**rules, **better})
    unit.one("giveaways/improve", rules=text, rules_hash=rules_hash, **better, **at)


def pass_over(unit: Unit, pseudonym: str, at: Row) -> None:
    """Pass over a winner: the next in rank wins instead."""
    unit.one("giveaways/pass_over", pseudonym=pseudonym, **at)
    unit.run("giveaways/award", **at)


def canonical(rules: Row) -> tuple[str, str]:
    """The published text of the rules, and its SHA-256 (hex)."""
    text = orjson.dumps(rules, option=orjson.OPT_UTC_Z | orjson.OPT_SORT_KEYS)
    return text.decode(), hashlib.sha256(text).hexdigest()


def secret(keys: Keys, giveaway: str) -> bytes:
    """The 32 bytes that decide a draw of mode `commit`."""
    return keys.key(f"giveaway:{giveaway}")


def pseudonym(keys: Keys, giveaway: str, user: str) -> str:
    """The pseudonym of a user: HMAC-SHA-256 with a salt of this giveaway (hex)."""
    return keys.fingerprint(f"giveaway-salt:{giveaway}", user)


def detail(graph: Graph, giveaway: str, *, me: str, now: datetime) -> Row:
    """A giveaway with the chance of `me` among the people in it, and the entry of `me` or None."""
    row = graph.one("giveaways/list", me=me, only=giveaway, every=False, now=now, **ONE)
    weights = graph.one("giveaways/odds", me=me, giveaway=giveaway)
    mine, others = weights["weight"], by_weight(weights["others"])
    chance = odds.as_json(*odds.chance(mine, others, row["quantity"]))
    total = mine + sum(weight * count for weight, count in others.items())
    entries = graph.rows("giveaways/entry", me=me, giveaway=giveaway)
    return {
        **row,
        "chance": {"weight": mine, "total_weight": total, **chance},
        "entry": next(iter(entries), None),
    }


def dossier(graph: Graph, giveaway: str, *, me: str, now: datetime) -> Row:
    """A giveaway for its reviewers, with the check whether fake entries pay."""
    row = graph.one("giveaways/list", me=me, only=giveaway, every=True, now=now, **ONE)
    terms = {"odds": row["odds"], "account_days": row["account_days"]}
    able = by_weight(graph.rows("giveaways/population", now=now, **terms))
    entered = by_weight(graph.one("giveaways/odds", me=me, giveaway=giveaway)["others"])
    safety = giveaway_safety.check(row, graph.rows("giveaways/costs"), entered, able)
    return {**row, **graph.one("giveaways/dossier", giveaway=giveaway), "safety": safety}


def by_weight(rows: list[Row]) -> dict[int, int]:
    """The number of entries of each weight."""
    return {row["weight"]: row["entries"] for row in rows}


def verify(graph: Graph, giveaway: str) -> Row:
    """All that a repetition of the draw needs, and whether a repetition gave the same result."""
    published = graph.one("giveaways/verify", giveaway=giveaway)
    rows = graph.rows("giveaways/entries", giveaway=giveaway)
    places = [row["pseudonym"] for row in sorted(rows, key=lambda row: int(row["place"]))]
    entries = [Entry.of(row) for row in rows]
    source = bytes.fromhex(published["secret"] or published["beacon"]["value"])
    root = draw.root(draw.leaves(entries))
    seed = draw.seed(source, root)
    again = [entry.pseudonym for entry in draw.order(seed, entries)]
    prizes = published.pop("quantity")
    return {
        **published,
        "entries": [{name: row[name] for name in ("pseudonym", "weight", "nonce")} for row in rows],
        "winners": places[:prizes],
        "alternates": places[prizes:],
        "replayed": again == places and root.hex() == published["root"] and seed.hex() == published["seed"],
    }


def proof(graph: Graph, giveaway: str, me: str) -> Row:
    """The proof that the published root holds the entry of `me`.

    Raises NotFound without an entry, Refused before the close.
    """
    mine = graph.one("giveaways/proof", giveaway=giveaway, me=me)
    leaves = draw.leaves(Entry.of(row) for row in graph.rows("giveaways/entries", giveaway=giveaway))
    index = leaves.index(Entry.of(mine).leaf)
    path = [node.hex() for node in draw.audit_path(leaves, index)]
    entry = {name: mine[name] for name in ("pseudonym", "weight", "nonce", "root")}
    return {**entry, "index": index, "size": len(leaves), "path": path}
