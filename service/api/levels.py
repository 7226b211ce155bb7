"""Experience and levels: the rules, where I stand, and why."""

from itertools import dropwhile
from typing import Any

from flask_smorest import Blueprint

from service.actions import levels
from service.api.http.auth import me
from service.api.http.current import graph, keys, now
from service.api.http.paging import page, start
from service.api.problems.problem import language
from service.api.schemas import PageQuery
from service.api.schemas.levels import LinePage, MyLevel, Published
from service.api.texts import ledger as explain

Row = dict[str, Any]
ORDER = ("id",)
blp = Blueprint("levels", __name__, url_prefix="/v1", description="Experience, levels and their reasons")


@blp.get("/levels")
@blp.response(200, Published)
def published() -> Row:
    """The rules of experience and levels, the same for everybody, in both languages."""
    found = levels.rules(graph())
    rules = explain.published(found.pop("numbers"))
    return {**found, "rules": rules}


@blp.get("/me/level")
@blp.response(200, MyLevel)
def mine() -> Row:
    """My level, what it gives, and the shortest list of honest acts that leads to the next."""
    found = levels.standing(graph(), me().id, now())
    return {**found, "steps": _told().steps(found["steps"])}


@blp.get("/me/xp")
@blp.arguments(PageQuery, location="query")
@blp.response(200, LinePage)
def ledger(query: Row) -> Row:
    """My ledger, the line that matures last first: what each counts, and every reason why not more."""
    after, limit = start(query["cursor"], of="me/xp", by=ORDER)["id"], query["limit"]
    ids = {_id(key): key for key in levels.visible_keys(graph(), me().id, now())}
    wanted = _after(list(ids), after)[: limit + 1]
    rows = levels.ledger(graph(), me().id, [ids[line] for line in wanted], now())
    told = _told()
    items = [told.line({"id": _id(row.pop("key")), **row}, folded) for row, folded in rows]
    return page(items, limit, of="me/xp", by=ORDER)


def _told() -> explain.Told:
    return explain.Told(levels.rules(graph())["numbers"], language())


def _after(ids: list[str], last: str | None) -> list[str]:
    """What comes after `last`; everything when it is None."""
    return ids if last is None else list(dropwhile(lambda line: line != last, ids))[1:]


def _id(key: str) -> str:
    """What a line is called outside: its key would tell which purchase it came from."""
    return keys().fingerprint("xp-line", key)[:32]
