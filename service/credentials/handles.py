"""Handles: a person signs in with one, and others search for the person by it."""

import re
import unicodedata

from service.credentials.codes import new_code

PATTERN = re.compile(r"[a-z][a-z0-9_]{1,19}")
SUFFIX_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # no two look alike
SUFFIX_LENGTH = 4
CANDIDATES = 8


def fold(handle: str) -> str:
    """The one spelling of `handle` (NFKC, case folding): `Ａda ` and `ada` are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", handle).casefold()).strip()


def candidates(wanted: str) -> list[str]:
    """Handles `wanted-xxxx` to try in order; `wanted` must be folded.

    Every handle gets a random suffix, taken name or not, so registering does not reveal names.
    """
    return [f"{wanted}-{new_code(SUFFIX_LENGTH, SUFFIX_LETTERS)}" for _ in range(CANDIDATES)]
