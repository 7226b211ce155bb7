"""Experience and levels: the rules, my level, and my ledger."""

from itertools import dropwhile

from flask_smorest import Blueprint

from service.actions import levels
from service.api.http.auth import me
from service.api.http.current import graph, keys, now
from service.api.http.paging import page, start
from service.api.problems.problem import language
from service.api.schemas import PageQuery
from service.api.schemas.levels import LinePage, MyLevel, Published
from service.api.texts import ledger as explain
from service.graph.client import Row

ORDER = ("id",)
blp = Blueprint("levels", __name__, url_prefix="/v1", description="Experience, levels and their reasons")


@blp.get("/levels")
@blp.response(200, Published)
def published() -> Row:
    """The rules of experience and levels, the same for everyone, in both languages."""
    rules = levels.rules(graph())
    texts = explain.published(rules.pop("numbers"))
    return {**rules, "rules": texts}


@blp.get("/me/level")
@blp.response(200, MyLevel)
def mine() -> Row:
    """My level, its benefits, and the shortest list of honest acts to reach the next one."""
    standing = levels.standing(graph(), me().id, now())
    return {**standing, "steps": _explainer().steps(standing["steps"])}


@blp.get("/me/xp")
@blp.arguments(PageQuery, location="query")
@blp.response(200, LinePage)
def ledger(query: Row) -> Row:
    """My ledger, the line that matures last first. Each line shows what it counts and why not more."""
    after, limit = start(query["cursor"], of="me/xp", by=ORDER)["id"], query["limit"]
    ids = {_id(key): key for key in levels.visible_keys(graph(), me().id, now())}
    wanted = _after(list(ids), after)[: limit + 1]
    rows = levels.ledger(graph(), me().id, [ids[line] for line in wanted], now())
    explainer = _explainer()
    items = [explainer.line({"id": _id(row.pop("key")), **row}, folded) for row, folded in rows]
    return page(items, limit, of="me/xp", by=ORDER)


def _explainer() -> explain.Explainer:
    return explain.Explainer(levels.rules(graph())["numbers"], language())


def _after(ids: list[str], last: str | None) -> list[str]:
    """The ids after `last`; all of them when it is None."""
    return ids if last is None else list(dropwhile(lambda line: line != last, ids))[1:]


def _id(key: str) -> str:
    """The public id of a line. Its key would reveal the purchase behind it."""
    return keys().fingerprint("xp-line", key)[:32]
