"""Money, instants and order numbers as exports write them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.recipes import cells

CHINA = timedelta(hours=8)
DATES = (
    "%Y-%m-%d %H:%M:%S",
    "%Y/%m/%d %H:%M:%S",
    "%Y年%m月%d日 %H时%M分%S秒",
    "%Y%m%d%H%M%S",
    "%Y.%m.%dT%H:%M:%S",
)
WRAPS = ("{}", '="{}"', "'{}", "\t{}", "\ufeff{}\u00a0", " {}\t")
AMOUNTS = ("{}", "¥{}", "￥ {}", "{}元", "RMB {}", "+{}")
WIDE = str.maketrans("0123456789.,-", "０１２３４５６７８９．，－")


@settings(max_examples=40)
@given(st.integers(10**9, 4 * 10**9), st.sampled_from(DATES), st.sampled_from(WRAPS))
def test_an_instant_in_china_is_read_however_it_is_written(seconds: int, date: str, wrap: str) -> None:
    at = datetime.fromtimestamp(seconds, UTC)
    assert cells.instant(wrap.format((at + CHINA).strftime(date))) == at


@settings(max_examples=40)
@given(
    st.integers(-(10**11), 10**11),
    st.sampled_from(AMOUNTS),
    st.sampled_from(WRAPS),
    st.booleans(),
    st.booleans(),
)
def test_an_amount_is_read_however_it_is_written(
    fen: int, form: str, wrap: str, grouped: bool, wide: bool
) -> None:
    yuan = f"{abs(fen) // 100:{',' if grouped else ''}}.{abs(fen) % 100:02}"
    text = form.format(yuan) if fen >= 0 else f"-{form.format(yuan).removeprefix('+')}"
    assert cells.fen(wrap.format(text.translate(WIDE) if wide else text)) == fen


@settings(max_examples=40)
@given(
    st.text(max_size=20), st.sampled_from([cells.fen, cells.instant, cells.order_number, cells.identifier])
)
def test_any_other_text_is_read_or_refused_with_a_reason(text: str, read: Callable[[str], object]) -> None:
    assert fault(read, text).startswith(("is ", "nothing"))


def fault(read: Callable[[str], object], cell: str) -> str:
    """The fault that the reader reports for a cell, or `nothing`."""
    try:
        read(cell)
    except ValueError as error:
        return str(error)
    return "nothing"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("12.5元", 1250),
        ("-¥ 1,234.50", -123450),
        ("¥-3", -300),
        ("12.500", 1250),
        ("0.00", 0),
        ("--", None),
        ("12.345", "is finer than a fen"),
        ("1,23", "is not an amount of money"),
        ("1.2E+3", "is in scientific notation"),
        ("面议", "is not an amount of money"),
    ],
)
def test_amounts(cell: str, expected: int | str | None) -> None:
    if isinstance(expected, str):
        with pytest.raises(ValueError, match=expected):
            cells.fen(cell)
    else:
        assert cells.fen(cell) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026/3/1 12:30", "2026-03-01T04:30:00+00:00"),
        ("2026年3月1日", "2026-02-28T16:00:00+00:00"),
        ("2026-03-01T12:30:05Z", "2026-03-01T12:30:05+00:00"),
        ("2026-03-01 12:30:05.250-05:00", "2026-03-01T17:30:05+00:00"),
        ("2026-02-29 00:00:00", "is not a date and time"),
        ("46082.52", "is a day number of Excel"),
        ("3/1/2026", "is not a date and time"),
        ("2026-03-01 25:00", "is not a date and time"),
    ],
)
def test_instants(cell: str, expected: str) -> None:
    if expected.startswith("is"):
        with pytest.raises(ValueError, match=expected):
            cells.instant(cell)
    else:
        read = cells.instant(cell)
        assert read
        assert read.isoformat() == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('="3124550001234567890"', "3124550001234567890"),
        ("\t260301-412345678901234", "260301-412345678901234"),
        ("'123456789012", "123456789012"),
        ("123456789012.0", "123456789012"),
        ("3.12455E+18", "is in scientific notation and has lost its last digits"),
        ("", "is empty"),
        ("合计", "is not an order number"),
    ],
)
def test_order_numbers(cell: str, expected: str) -> None:
    if expected.startswith("is"):
        with pytest.raises(ValueError, match=expected):
            cells.order_number(cell)
    else:
        assert cells.order_number(cell) == expected


def test_phone_numbers_and_mail_addresses_are_recognised_in_any_text() -> None:
    for text in ("13812345678", "妈妈 138-1234-5678", "+86 138 1234 5678", "１３８１２３４５６７８"):
        assert cells.reaches_people(text) == "phone numbers"
    assert cells.reaches_people("ada@example.com") == "e-mail addresses"
    for text in ("ada-x7kq", "3124550138123456789", "wxid_2k1", "@ada"):
        assert cells.reaches_people(text) is None
