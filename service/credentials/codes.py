"""Codes that people type, of characters that nobody confuses."""

import secrets

# No 0 O 1 I L: they look alike.
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def new_code(length: int, alphabet: str = ALPHABET) -> str:
    """A random code: each character is any of `alphabet` (4.95 random bits of the usual one)."""
    return "".join(secrets.choice(alphabet) for _ in range(length))


def spelled(number: int, length: int, alphabet: str = ALPHABET) -> str:
    """The last `length` digits of `number`, the lowest first, with `alphabet` as digits."""
    characters = ""
    for _ in range(length):
        number, place = divmod(number, len(alphabet))
        characters += alphabet[place]
    return characters
