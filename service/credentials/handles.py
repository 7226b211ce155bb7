"""Handles: how a person is found by those who know the name, and signs in."""

import re
import unicodedata

from service.credentials.codes import new_code

PATTERN = re.compile(r"[a-z][a-z0-9_]{1,19}")
SUFFIX_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that looks like another
SUFFIX_LENGTH = 4
CANDIDATES = 8


def fold(handle: str) -> str:
    """The one spelling of `handle`: `Ａda ` and `ada` are the same (NFKC and case folding)."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", handle).casefold()).strip()


def candidates(wanted: str) -> list[str]:
    """Handles `wanted-xxxx` to try in order, `wanted` folded.

    The suffix is random whether or not anybody has the name, so that registering tells nobody
    which handles exist.
    """
    return [f"{wanted}-{new_code(SUFFIX_LENGTH, SUFFIX_LETTERS)}" for _ in range(CANDIDATES)]
