"""The steps of a giveaway that the worker takes: close, draw and, past the deadline, void.

Every step is one transaction. It locks the giveaway, checks that the step is still due, and derives all
that it writes from stored facts. So any worker can take it, several in parallel, and again after a crash.
"""

import hashlib
from collections.abc import Callable, Iterable
from datetime import datetime

import structlog

from service.credentials.keys import Keys
from service.credentials.tokens import new_id
from service.errors import BadDraw, CircleError
from service.giveaways import draw
from service.giveaways.draw import Entry
from service.giveaways.views import secret
from service.graph.client import Graph, Row, Unit

log = structlog.get_logger()


def advance(graph: Graph, keys: Keys, now: datetime) -> int:
    """Take every step that is due. Returns how many; a failed step is logged and stays due."""
    # twice, because the second turn can draw what the first has closed
    turns = (graph.rows("jobs/giveaways_due", now=now) for _ in range(2))
    return sum(take(graph, keys, due["giveaway"], due["step"], now) for turn in turns for due in turn)


def take(graph: Graph, keys: Keys, giveaway: str, step: str, now: datetime) -> bool:
    """Take a step (`close`, `draw`, `void`). Returns False when it is not due or it failed."""
    op = new_id()
    steps: dict[str, Callable[[Unit], bool]] = {
        "close": lambda unit: close(unit, giveaway, op=op, now=now),
        "draw": lambda unit: draw_winners(unit, keys, giveaway, op=op, now=now),
        "void": lambda unit: bool(unit.rows("giveaways/lapse", giveaway=giveaway, action=op, op=op, now=now)),
    }
    try:
        taken = graph.transaction(steps[step], op=op)
    except CircleError as error:
        log.warning("giveaway", giveaway=giveaway, step=step, reason=str(error))
        return False
    log.info("giveaway", giveaway=giveaway, step=step, taken=taken)
    return taken


def close(unit: Unit, giveaway: str, *, op: str, now: datetime) -> bool:
    """Freeze the entries and publish their root. Returns False when it is done already."""
    if not unit.rows("giveaways/close", giveaway=giveaway, op=op, now=now):
        return False
    entries = [Entry.of(row) for row in unit.rows("giveaways/entries", giveaway=giveaway)]
    unit.run(
        "giveaways/seal",
        giveaway=giveaway,
        entrants=len(entries),
        total_weight=sum(entry.weight for entry in entries),
        root=draw.root(draw.leaves(entries)).hex(),
        now=now,
    )
    return True


def draw_winners(unit: Unit, keys: Keys, giveaway: str, *, op: str, now: datetime) -> bool:
    """Draw and reveal. Returns False when it is done already.

    Raises BadDraw when the entries do not have the published root, or the secret does not have the
    published hash. Then nobody wins, and the giveaway is void at its deadline.
    """
    urns = unit.rows("giveaways/urn", giveaway=giveaway, op=op, now=now)
    if not urns:
        return False
    keyed = {Entry.of(row): row["key"] for row in unit.rows("giveaways/entries", giveaway=giveaway)}
    source = _source(keys, giveaway, urns[0])
    seed = draw.seed(source, _root(keyed, urns[0]))
    unit.run(
        "giveaways/reveal",
        giveaway=giveaway,
        seed=seed.hex(),
        secret=source.hex() if urns[0]["mode"] == "commit" else None,
        keys=[keyed[entry] for entry in draw.order(seed, keyed)],
        now=now,
    )
    unit.run("giveaways/award", giveaway=giveaway, now=now)
    return True


def _source(keys: Keys, giveaway: str, urn: Row) -> bytes:
    if urn["mode"] == "beacon":
        return bytes.fromhex(urn["beacon"])
    source = secret(keys, giveaway)
    if hashlib.sha256(source).hexdigest() != urn["commitment"]:
        raise BadDraw("the secret is not the one committed to")
    return source


def _root(entries: Iterable[draw.Entry], urn: Row) -> bytes:
    root = draw.root(draw.leaves(entries))
    if root.hex() != urn["root"]:
        raise BadDraw("the entries are not those of the published root")
    return root
