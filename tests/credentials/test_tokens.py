"""Ids and session tokens."""

import base64
from uuid import UUID

from service.credentials.tokens import TOKEN_BYTES, new_id, new_token, token_hash


def test_a_later_id_sorts_after_an_earlier_one() -> None:
    ids = [new_id() for _ in range(1000)]
    assert sorted(set(ids)) == ids
    assert {UUID(each).version for each in ids} == {7}


def test_a_token_has_256_random_bits() -> None:
    tokens = {new_token() for _ in range(100)}
    assert len(tokens) == 100
    assert {len(base64.urlsafe_b64decode(token + "=")) for token in tokens} == {TOKEN_BYTES} == {256 // 8}


def test_a_hash_says_nothing_of_its_token_and_any_text_has_one() -> None:
    token = new_token()
    assert token_hash(token) == token_hash(token) != token_hash(token + "x")
    assert token not in token_hash(token)
    assert len(token_hash("\ud800")) == 64
