"""The types of seed columns as SQL: an expression for the fault of a cell, and one for its value.

The texts are those of `service/graph/seeds/types.py`, which reads the same types one cell at a time.
"""

from collections.abc import Callable

from service.graph.seeds.types import CHOICE, EARLIEST, LATEST, LONGEST_SECRET, MOST_FEN, RANGE, Column

ID = "[A-Za-z0-9][A-Za-z0-9._:-]{0,63}"
INSTANT = r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.]\d{1,6})?)?Z"
CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\x{2028}\x{2029}\x{fffe}\x{ffff}]"
AROUND = r"^[\s\p{Z}]|[\s\p{Z}]$"


def name_of(word: str) -> str:
    """A name, quoted for SQL."""
    return '"' + word.replace('"', '""') + '"'


def text_of(word: str) -> str:
    """A text, quoted for SQL."""
    return "'" + word.replace("'", "''") + "'"


def fault(column: Column) -> str:
    """SQL for the fault of a cell of the column in the table called `raw`; NULL for a good cell."""
    cell = f"raw.{name_of(column.name)}"
    empty = "NULL" if column.optional else "'is empty'"
    cases = "".join(f" WHEN {when} THEN {why}" for when, why in _cases(column.kind, cell))
    return f"CASE WHEN {cell} IS NULL THEN {empty}{cases} END"


def value(column: Column, shift_days: int) -> str:
    """SQL for the value of such a cell; NULL for a wrong one."""
    cell = f"raw.{name_of(column.name)}"
    kind = column.kind
    if kind == "instant":
        return f"TRY_CAST({cell} AS TIMESTAMP) + to_days({shift_days})"
    if kind == "bool":
        return f"{cell} = 'true'"
    if kind == "fen" or kind.startswith("int("):
        return f"TRY_CAST({cell} AS BIGINT)"
    if kind.startswith("some of "):
        return _words(cell)
    return cell


def _cases(kind: str, cell: str) -> list[tuple[str, str]]:
    if kind in _PLAIN:
        return _PLAIN[kind](cell)
    if match := RANGE.fullmatch(kind):
        return (_text if match[1] == "text" else _int)(cell, int(match[2]), int(match[3]))
    if match := CHOICE.fullmatch(kind):
        return (_one if match[1] == "one" else _some)(cell, match[2].split("|"))
    return []  # a reference: `Tables` looks it up


def _id(cell: str) -> list[tuple[str, str]]:
    why = "'is not an id: 1 to 64 of A-Z a-z 0-9 . _ : - and a letter or digit first'"
    return [(f"NOT regexp_full_match({cell}, '{ID}')", why)]


def _bool(cell: str) -> list[tuple[str, str]]:
    return [(f"{cell} NOT IN ('true', 'false')", "'is neither true nor false'")]


def _instant(cell: str) -> list[tuple[str, str]]:
    at = f"TRY_CAST({cell} AS TIMESTAMP)"
    within = f"TIMESTAMP '{EARLIEST:%Y-%m-%d}' AND TIMESTAMP '{LATEST:%Y-%m-%d}'"
    return [
        (
            f"NOT regexp_full_match({cell}, '{INSTANT}') OR {at} IS NULL",
            "'is not an instant like 2030-01-01T00:00:00Z'",
        ),
        (f"{at} NOT BETWEEN {within}", f"'is not between {EARLIEST.year} and {LATEST.year}'"),
    ]


def _int(cell: str, low: int, high: int) -> list[tuple[str, str]]:
    return [
        (f"NOT regexp_full_match({cell}, '-?[0-9]{{1,18}}')", "'is not a whole number'"),
        (f"TRY_CAST({cell} AS BIGINT) NOT BETWEEN {low} AND {high}", f"'is not between {low} and {high}'"),
    ]


def _text(cell: str, low: int, high: int) -> list[tuple[str, str]]:
    return [
        (f"regexp_matches({cell}, '{CONTROL}')", "'holds a control character'"),
        (f"regexp_matches({cell}, '{AROUND}')", "'begins or ends with a space'"),
        (
            f"length({cell}) NOT BETWEEN {low} AND {high}",
            f"format('is {{}} characters long, not {low} to {high}', length({cell}))",
        ),
    ]


def _one(cell: str, words: list[str]) -> list[tuple[str, str]]:
    return [(f"{cell} NOT IN ({_list(words)})", text_of(f"is not one of {', '.join(words)}"))]


def _some(cell: str, words: list[str]) -> list[tuple[str, str]]:
    chosen = _words(cell)
    return [
        (
            f"NOT list_has_all([{_list(words)}], {chosen})",
            text_of(f"is not some of {', '.join(words)}, with spaces between"),
        ),
        (f"len(list_distinct({chosen})) < len({chosen})", "'says a word twice'"),
    ]


def _words(cell: str) -> str:
    return rf"string_split_regex(trim({cell}), '\s+')"


def _list(words: list[str]) -> str:
    return ", ".join(map(text_of, words))


_PLAIN: dict[str, Callable[[str], list[tuple[str, str]]]] = {
    "id": _id,
    "bool": _bool,
    "instant": _instant,
    "fen": lambda cell: _int(cell, 0, MOST_FEN),
    "hashed": lambda cell: _text(cell, 1, LONGEST_SECRET),
}
