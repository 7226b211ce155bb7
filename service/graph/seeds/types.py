"""The types of seed columns, written in the headers of cypher/seed: `key id`, `text(20,2000)?`.

seeds/README.md lists them. A reader turns the text of a cell into a value or raises ValueError.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from service.errors import BadQuery

Value = str | int | bool | datetime | list[str] | None
Reader = Callable[[str], Value]

EARLIEST = datetime(2000, 1, 1, tzinfo=UTC)
LATEST = datetime(2100, 1, 1, tzinfo=UTC)
MOST_FEN = 10**11
LONGEST_SECRET = 128
_COLUMN = re.compile(r"(?P<key>key )?(?P<kind>.+?)(?P<optional>\?)?")
RANGE = re.compile(r"(text|int)\((\d+),(\d+)\)")
CHOICE = re.compile(r"(one|some) of (\S+)")
REFERENCE = re.compile(r"-> (\S+)")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufffe\uffff]")


@dataclass(frozen=True)
class Column:
    """One column of a seed file; `refers_to` names the file whose key its cells repeat."""

    name: str
    kind: str
    read: Reader
    key: bool
    optional: bool
    refers_to: str | None


def column(name: str, text: str) -> Column:
    """The column that a loader's header describes; raises BadQuery for an unknown type."""
    parts = _COLUMN.fullmatch(text)
    if parts is None:
        raise BadQuery(f"the column {name} has no type")
    kind = parts["kind"]
    refers_to = REFERENCE.fullmatch(kind)
    return Column(
        name=name,
        kind=kind,
        read=_reader(kind),
        key=parts["key"] is not None,
        optional=parts["optional"] is not None,
        refers_to=refers_to[1] if refers_to else None,
    )


def _reader(kind: str) -> Reader:
    if kind in _PLAIN:
        return _PLAIN[kind]
    if span := RANGE.fullmatch(kind):
        low, high = int(span[2]), int(span[3])
        return _text(low, high) if span[1] == "text" else _int(low, high)
    if choice := CHOICE.fullmatch(kind):
        words = choice[2].split("|")
        return _one(words) if choice[1] == "one" else _some(words)
    if REFERENCE.fullmatch(kind):
        return _id
    raise BadQuery(f"{kind!r} is not a type of a seed column")


def _text(low: int, high: int) -> Reader:
    def read(cell: str) -> str:
        if _CONTROL.search(cell):
            raise ValueError("holds a control character")
        if cell != cell.strip():
            raise ValueError("begins or ends with a space")
        if not low <= len(cell) <= high:
            raise ValueError(f"is {len(cell)} characters long, not {low} to {high}")
        return cell

    return read


def _int(low: int, high: int) -> Reader:
    def read(cell: str) -> int:
        if not re.fullmatch(r"-?[0-9]{1,18}", cell):
            raise ValueError("is not a whole number")
        if not low <= int(cell) <= high:
            raise ValueError(f"is not between {low} and {high}")
        return int(cell)

    return read


def _one(words: list[str]) -> Reader:
    def read(cell: str) -> str:
        if cell not in words:
            raise ValueError(f"is not one of {', '.join(words)}")
        return cell

    return read


def _some(words: list[str]) -> Reader:
    def read(cell: str) -> list[str]:
        chosen = cell.split()
        if not set(chosen) <= set(words):
            raise ValueError(f"is not some of {', '.join(words)}, with spaces between")
        if len(set(chosen)) < len(chosen):
            raise ValueError("says a word twice")
        return chosen

    return read


def _bool(cell: str) -> bool:
    if cell not in {"true", "false"}:
        raise ValueError("is neither true nor false")
    return cell == "true"


def _id(cell: str) -> str:
    if not _ID.fullmatch(cell):
        raise ValueError("is not an id: 1 to 64 of A-Z a-z 0-9 . _ : - and a letter or digit first")
    return cell


def _instant(cell: str) -> datetime:
    try:
        at = datetime.fromisoformat(cell)
    except ValueError:
        at = EARLIEST.replace(tzinfo=None)
    if not cell.endswith("Z") or at.tzinfo is None:
        raise ValueError("is not an instant like 2030-01-01T00:00:00Z")
    if not EARLIEST <= at <= LATEST:
        raise ValueError(f"is not between {EARLIEST.year} and {LATEST.year}")
    return at


_PLAIN: dict[str, Reader] = {
    "id": _id,
    "bool": _bool,
    "instant": _instant,
    "fen": _int(0, MOST_FEN),
    "hashed": _text(1, LONGEST_SECRET),
}
