"""Passwords: the rules for choosing one, and how the graph stores it.

Argon2id with the parameters of the OWASP Password Storage Cheat Sheet (19 MiB, 2 passes, 1 lane).
The hash is sealed with a key outside the graph, so a copy of the graph helps nobody to guess.
"""

import unicodedata
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher, Type
from argon2.exceptions import VerifyMismatchError

from service.credentials.handles import fold
from service.credentials.keys import Keys
from service.errors import Refused

LEAST, MOST = 8, 200
ALGORITHM = "argon2id"
PURPOSE = "credential"
_COMMON = Path(__file__).with_name("common_passwords.txt")
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1, type=Type.ID)


def normalise(password: str) -> str:
    """`password` in one spelling (NFKC, as NIST SP 800-63B advises).

    A full-width letter of an input method becomes the plain one. Nothing is cut or trimmed.
    """
    return unicodedata.normalize("NFKC", password)


def check(password: str, handle: str) -> None:
    """Return when `handle` may choose the normalised `password`; raises Refused `weak_password`."""
    guess = fold(password)
    names = {handle, handle.rpartition("-")[0]}
    if not LEAST <= len(password) <= MOST or guess in _common() or guess in names:
        raise Refused("weak_password")


def seal(keys: Keys, password: str, owner: str) -> bytes:
    """The bytes that the graph stores of the normalised password of the user with id `owner`."""
    return keys.seal(PURPOSE, _hasher.hash(password), owner=owner)


def matches(keys: Keys, sealed: bytes | None, password: str, owner: str) -> bool:
    """Whether the normalised `password` is the sealed one.

    Without a stored password it takes as long and returns False, so its time reveals no handle.
    """
    known = keys.unseal(PURPOSE, sealed, owner=owner) if sealed else _nobodys()
    try:
        return _hasher.verify(known, password) and sealed is not None
    except VerifyMismatchError:
        return False


def outdated(keys: Keys, sealed: bytes, owner: str) -> bool:
    """Whether `sealed` was hashed with other parameters than today's."""
    return _hasher.check_needs_rehash(keys.unseal(PURPOSE, sealed, owner=owner))


@cache
def _nobodys() -> str:
    return _hasher.hash("nobody's password")


@cache
def _common() -> frozenset[str]:
    lines = _COMMON.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
