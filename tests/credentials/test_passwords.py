"""Passwords: which are refused, and what is stored of one."""

import pytest
from argon2 import PasswordHasher
from cryptography.exceptions import InvalidTag

from service.credentials import passwords
from service.credentials.keys import Keys
from service.errors import Refused

KEYS = Keys(b"a secret")
GOOD = "kettle-and-lamp"


@pytest.mark.parametrize(
    "password", ["short-7", "x" * 201, "password1", "PassWord1", "ada_lovelace", "Ada_Lovelace"]
)
def test_a_weak_password_is_refused(password: str) -> None:
    with pytest.raises(Refused, match="weak_password"):
        passwords.check(password, "ada_lovelace-x2y3")


@pytest.mark.parametrize("password", [GOOD, "eight_88", "x" * 200, "一二三四五六七八"])
def test_any_other_password_is_good(password: str) -> None:
    passwords.check(password, "ada_lovelace")


def test_the_password_alone_matches() -> None:
    sealed = passwords.seal(KEYS, GOOD, "ada")
    assert passwords.matches(KEYS, sealed, GOOD, "ada")
    assert not passwords.matches(KEYS, sealed, GOOD + " ", "ada")
    assert GOOD.encode() not in sealed
    assert sealed != passwords.seal(KEYS, GOOD, "ada")


def test_nothing_stored_matches_no_password() -> None:
    assert not passwords.matches(KEYS, None, "nobody's password", "ada")


def test_a_stored_password_is_of_no_use_to_another_person() -> None:
    with pytest.raises(InvalidTag):
        passwords.matches(KEYS, passwords.seal(KEYS, GOOD, "ada"), GOOD, "bob")


def test_a_password_is_one_however_an_input_method_writes_it() -> None:
    assert passwords.normalise("Ｋettle＿１") == "Kettle_1"
    assert passwords.normalise(" kept ") == " kept "


def test_a_hash_with_other_parameters_is_outdated() -> None:
    old = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(GOOD)
    sealed = KEYS.seal(passwords.PURPOSE, old, owner="ada")
    assert passwords.matches(KEYS, sealed, GOOD, "ada")
    assert passwords.outdated(KEYS, sealed, "ada")
    assert not passwords.outdated(KEYS, passwords.seal(KEYS, GOOD, "ada"), "ada")
