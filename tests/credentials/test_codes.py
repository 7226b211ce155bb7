"""Codes that people type: their characters, their length, and how hard they are to guess."""

from math import log2

import pytest

from service.actions import claims, invites
from service.credentials import handles, link_codes
from service.credentials.codes import ALPHABET, new_code, spelled
from service.credentials.keys import Keys
from service.credentials.link_codes import code_hash, new_link_code

KEYS = Keys(b"a secret")


@pytest.mark.parametrize("length", [1, 8, 10])
def test_a_code_has_its_length_and_its_alphabet(length: int) -> None:
    code = new_code(length)
    assert len(code) == length
    assert set(code) <= set(ALPHABET)
    assert set(new_code(100, "ab")) == {"a", "b"}


def test_every_character_of_the_alphabet_comes_up_about_as_often() -> None:
    counts = [new_code(31_000).count(character) for character in ALPHABET]
    assert 800 < min(counts) <= max(counts) < 1200


def test_no_character_looks_like_another() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL")
    assert not set(handles.SUFFIX_LETTERS) & set("0o1il")


@pytest.mark.parametrize(
    ("length", "alphabet", "bits"),
    [
        (link_codes.LENGTH, ALPHABET, 39),
        (claims.CODE_LENGTH, ALPHABET, 49),
        (invites.LENGTH, ALPHABET, 59),
        (handles.SUFFIX_LENGTH, handles.SUFFIX_LETTERS, 19),
    ],
)
def test_a_code_has_the_random_bits_that_its_docstring_states(length: int, alphabet: str, bits: int) -> None:
    assert int(length * log2(len(alphabet))) == bits


def test_a_number_is_spelled_by_its_digits_the_lowest_first() -> None:
    assert spelled(0, 3) == "222"
    assert spelled(1 + 2 * len(ALPHABET), 3) == "342"
    assert spelled(6, 4, "01") == "0110"


def test_equal_numbers_have_equal_codes_and_different_ones_differ() -> None:
    assert len({spelled(number, 3) for number in range(10_000)}) == 10_000
    assert invites.code(KEYS, "one") == invites.code(KEYS, "one") != invites.code(KEYS, "two")
    assert len(invites.code(KEYS, "one")) == invites.LENGTH


@pytest.mark.parametrize("typed", ["ABCD2345", "abcd2345", " abcd-2345 ", "ab cd 23 45"])
def test_a_link_code_is_one_however_it_is_typed(typed: str) -> None:
    assert code_hash(KEYS, "taobao", typed) == code_hash(KEYS, "taobao", "ABCD2345")


def test_a_link_code_is_good_at_its_own_platform_and_in_its_own_installation() -> None:
    code = new_link_code()
    assert len({code_hash(KEYS, "taobao", code), code_hash(KEYS, "jd", code)}) == 2
    assert code_hash(KEYS, "taobao", code) != code_hash(Keys(b"another"), "taobao", code)
    assert code not in code_hash(KEYS, "taobao", code).upper()
