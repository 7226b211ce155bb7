"""Keys: what is sealed opens for its owner alone, and the secret of an installation is made once."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.exceptions import InvalidTag

from service.credentials.keys import Keys, keys
from service.settings import Settings

KEYS = Keys(b"a secret")


def test_what_is_sealed_opens_for_its_owner() -> None:
    sealed = KEYS.seal("credential", "text 文", owner="ada")
    assert KEYS.unseal("credential", sealed, owner="ada") == "text 文"
    assert b"text" not in sealed
    assert sealed != KEYS.seal("credential", "text 文", owner="ada")


@pytest.mark.parametrize(
    ("opener", "purpose", "owner"),
    [
        (KEYS, "credential", "bob"),
        (KEYS, "another", "ada"),
        (Keys(b"another secret"), "credential", "ada"),
    ],
    ids=["owner", "purpose", "secret"],
)
def test_what_is_sealed_opens_for_nobody_else(opener: Keys, purpose: str, owner: str) -> None:
    sealed = KEYS.seal("credential", "text", owner="ada")
    with pytest.raises(InvalidTag):
        opener.unseal(purpose, sealed, owner=owner)


def test_a_changed_byte_is_noticed() -> None:
    sealed = KEYS.seal("credential", "text", owner="ada")
    for place in (0, len(sealed) - 1):
        spoiled = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        with pytest.raises(InvalidTag):
            KEYS.unseal("credential", spoiled, owner="ada")


def test_equal_texts_have_equal_fingerprints_for_one_purpose() -> None:
    assert KEYS.fingerprint("invite", "one") == KEYS.fingerprint("invite", "one")
    others = {KEYS.fingerprint("invite", "two"), KEYS.fingerprint("other", "one")}
    assert len({*others, KEYS.fingerprint("invite", "one"), Keys(b"x").fingerprint("invite", "one")}) == 4


def test_a_secret_is_never_shown() -> None:
    assert "a secret" not in repr(KEYS)


def test_without_a_secret_an_installation_makes_one_and_keeps_it(tmp_path: Path, settings: Settings) -> None:
    own = replace(settings, home=tmp_path / "home", secret="")
    assert keys(own) == keys(own)
    file = own.home / "secret"
    assert [each.name for each in own.home.iterdir()] == ["secret"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(keys(own).secret) >= 48
    assert keys(replace(own, home=tmp_path / "other")) != keys(own)
