"""Reads cells as platforms and Excel write them: money, instants, ids. A wrong cell raises ValueError."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta, timezone

CHINA = timezone(timedelta(hours=8))
NOTHING = {"", "-", "--", "null", "none", "nan", "n/a", "\\n", "无", "0000-00-00 00:00:00"}
DASHES = str.maketrans("−–—", "---")
_FORMULA = re.compile(r'="(.*)"')
_MONEY = re.compile(r"[+-]?(?:¥|CNY|RMB)?([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?元?", re.I)
_SCIENTIFIC = re.compile(r"\d+(\.\d+)?e\+?\d+", re.I)
_DAY_NUMBER = re.compile(r"\d{5}(\.\d+)?")
_ORDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{3,63}")
_PHONE = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)")
_MAIL = re.compile(r"[^\s@]+@[^\s@]+\.[A-Za-z]{2,}")
_INSTANT = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:[T ]*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:\.\d+)?)?[分秒]?)?(Z|[+-]\d\d:?\d\d)?"
    r"|(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?"
)


def plain(cell: str) -> str:
    """The text of a cell without the marks that keep Excel from changing it: ="…", a leading ' and tabs."""
    text = cell.strip(" \t\r\n\u00a0\ufeff\u200b")
    if formula := _FORMULA.fullmatch(text):
        text = formula[1].strip()
    text = text.removeprefix("'").strip()
    return "" if text.casefold() in NOTHING else text


def folded(name: str) -> str:
    """One spelling for the many forms of a column's name or a state."""
    return "".join(unicodedata.normalize("NFKC", plain(name)).casefold().split())


def fen(cell: str) -> int | None:
    """An amount in fen, negative if the cell has a minus sign; None for an empty cell."""
    text = re.sub(r"\s", "", _narrow(cell))
    if not text:
        return None
    match = _MONEY.fullmatch(text)
    if not match:
        scientific = _SCIENTIFIC.fullmatch(text)
        raise ValueError("is in scientific notation" if scientific else "is not an amount of money")
    part = (match[3] or "").ljust(2, "0")
    if part[2:].strip("0"):
        raise ValueError("is finer than a fen")
    amount = int(match[2].replace(",", "")) * 100 + int(part[:2])
    return -amount if "-" in (text[0], match[1]) else amount


def instant(cell: str) -> datetime | None:
    """An instant in UTC; a time without an offset is China's. None for an empty cell."""
    text = _narrow(cell)
    if not text:
        return None
    if _DAY_NUMBER.fullmatch(text):
        raise ValueError("is a day number of Excel; format the column as a date and time")
    match = _INSTANT.fullmatch(text)
    if not match:
        raise ValueError("is not a date and time")
    numbers = [int(each or 0) for each in (match.groups()[:6] if match[1] else match.groups()[7:])]
    try:
        return datetime(*numbers, tzinfo=_zone(match[7])).astimezone(UTC)  # type: ignore[arg-type,misc]
    except (ValueError, OverflowError):
        raise ValueError("is not a date and time") from None


def order_number(cell: str) -> str:
    """A platform's order number."""
    text = identifier(_narrow(cell))
    if not _ORDER.fullmatch(text):
        raise ValueError("is empty" if not text else "is not an order number")
    return text


def identifier(cell: str) -> str:
    """A platform's id of a shop or a product; empty for an empty cell."""
    text = re.sub(r"(?<=\d)\.0+$", "", plain(cell))
    if _SCIENTIFIC.fullmatch(text):
        raise ValueError("is in scientific notation and has lost its last digits; export it as text")
    return text


def reaches_people(text: str) -> str | None:
    """`phone numbers` or `e-mail addresses` if the text holds one, else None."""
    narrow = unicodedata.normalize("NFKC", text)
    if _PHONE.search(narrow):
        return "phone numbers"
    return "e-mail addresses" if _MAIL.search(narrow) else None


def _narrow(cell: str) -> str:
    return unicodedata.normalize("NFKC", plain(cell)).translate(DASHES)


def _zone(text: str | None) -> timezone:
    if not text:
        return CHINA
    if text == "Z":
        return UTC
    digits = text[1:].replace(":", "")
    ahead = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-ahead if text[0] == "-" else ahead)
