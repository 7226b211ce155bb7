"""Handles: one spelling of a name, and the suffixes that registration tries."""

import re

import pytest

from service.credentials.handles import CANDIDATES, PATTERN, SUFFIX_LETTERS, candidates, fold


@pytest.mark.parametrize("typed", ["ada", "Ada", "ＡＤＡ", " ada ", "ada\u3000"])
def test_a_handle_is_one_however_it_is_spelled(typed: str) -> None:
    assert fold(typed) == "ada"


def test_folding_twice_changes_nothing() -> None:
    for typed in ("ＡＤＡ_1", "Straße", "ﬁne", "İstanbul", "\u1e9eab", "ΑΣ"):
        assert fold(fold(typed)) == fold(typed)


def test_candidates_are_the_name_with_random_suffixes() -> None:
    each = candidates("ada")
    assert len(set(each)) == len(each) == CANDIDATES
    assert all(re.fullmatch(f"ada-[{SUFFIX_LETTERS}]{{4}}", handle) for handle in each)
    assert set(each) != set(candidates("ada"))


def test_nobody_can_type_a_suffix_as_part_of_a_name() -> None:
    assert PATTERN.fullmatch("ada_1")
    assert not any(PATTERN.fullmatch(handle) for handle in candidates("ada"))
