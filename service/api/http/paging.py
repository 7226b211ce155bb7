"""Opaque cursors: the start of the next page, signed against forgery."""

from datetime import datetime

from itsdangerous import BadData, URLSafeSerializer

from service.api.http.current import keys
from service.errors import Invalid
from service.graph.client import Row


def page(rows: list[Row], limit: int, *, of: str, by: tuple[str, ...], **kept: object) -> Row:
    """`rows` as a page: at most `limit` items and the cursor of the next, null at the end.

    The caller asks for `limit + 1` rows. `of` names the list (a cursor serves no other), `by` the
    columns of its total order; the cursor also keeps `kept` (a ranked feed keeps its `as_of`).
    """
    items = rows[:limit]
    more = len(rows) > limit
    return onward(items, {**kept, **{name: items[-1][name] for name in by}} if more else None, of=of)


def onward(items: list[Row], mark: Row | None, *, of: str) -> Row:
    """`items` as a page whose cursor holds `mark`; without a mark it is the last page."""
    return {"items": items, "next_cursor": _signer(of).dumps(_texts(mark)) if mark else None}


def start(cursor: str | None, *, of: str, by: tuple[str, ...]) -> Row:
    """The place of a cursor; every column is null for the first page. Raises Invalid."""
    if cursor is None:
        return dict.fromkeys(by)
    try:
        mark = _signer(of).loads(cursor)
    except BadData:
        raise Invalid({"cursor": ["not a cursor of this list"]}) from None
    return {name: _value(value) for name, value in mark.items()}


def _signer(of: str) -> URLSafeSerializer:
    return URLSafeSerializer(keys().key("cursor"), salt=of)


def _texts(values: Row) -> Row:
    return {name: _text(value) for name, value in values.items()}


def _text(value: object) -> object:
    return {"at": value.isoformat()} if isinstance(value, datetime) else value


def _value(value: object) -> object:
    return datetime.fromisoformat(value["at"]) if isinstance(value, dict) else value
