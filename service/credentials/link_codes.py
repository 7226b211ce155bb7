"""Codes that a person types at a platform to link the account there."""

import secrets

from service.credentials.keys import Keys

# No 0 O 1 I L: they look alike, and a person types these.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
LENGTH = 8


def new_code() -> str:
    """A fresh code: 8 characters, 39 random bits, for a quarter of an hour."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def code_hash(keys: Keys, platform: str, typed: str) -> str:
    """What is stored of a code; small letters, spaces and hyphens make no difference."""
    code = "".join(character for character in typed.upper() if character.isalnum())
    return keys.fingerprint("link-code", f"{platform}:{code}")
