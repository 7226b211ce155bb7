"""What the words of a wish look for."""

import re

import pytest

from service.actions.wishes import pattern


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("a quiet kettle", "Electric Kettle 1.5L"),
        ("Kettle!", "电热水壶 Electric kettles"),
        ("kettles", "kettle"),
        ("想要一个电热水壶，200以内", "家用电热水壶"),
        ("求水壶", "水壶"),
        ("壶", "水壶"),
        ("有没有人买过oolong", "焙火oolong乌龙"),
        ("Ｋｅｔｔｌｅ", "kettle"),
        ("降噪 headphones (any brand)", "降噪耳机"),
    ],
)
def test_a_name_holds_what_is_looked_for(text: str, name: str) -> None:
    assert re.fullmatch(str(pattern(text)), name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("tea", "steak"),
        ("a lamp for my desk", "for my friends"),
        ("求推荐一个杯子", "一个杂货铺"),
        ("kettle", "水壶"),
    ],
)
def test_a_name_of_something_else_does_not(text: str, name: str) -> None:
    assert not re.fullmatch(str(pattern(text)), name)


@pytest.mark.parametrize("text", ["", "200", "求推荐", "something for me please", "?!*.(", "谁有优惠券"])
def test_words_that_name_nothing_make_no_pattern(text: str) -> None:
    assert pattern(text) is None


@pytest.mark.parametrize("text", ["a.*b", r"kettle\E)|.*(", "[x", '+ - " ( ) ~ * : \\ kettle', "x{1000000}"])
def test_no_text_is_read_as_a_pattern(text: str) -> None:
    made = pattern(text)
    assert made is None or not re.fullmatch(made, "anything at all")


def test_a_long_text_makes_a_bounded_pattern() -> None:
    text = "".join(chr(0x4E00 + number) for number in range(100))
    assert len(str(pattern(text))) < 1000
    re.compile(str(pattern("kettle " * 14)))
