"""The type of an entry in the tables of problem codes."""

from typing import NamedTuple


class Code(NamedTuple):
    """The HTTP status of a problem code, and its text in both languages."""

    status: int
    en: str
    zh: str
