"""A code of a problem, as the tables of codes have it."""

from typing import NamedTuple


class Code(NamedTuple):
    """How one code is told."""

    status: int
    en: str
    zh: str
