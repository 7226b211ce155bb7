"""The three people of the demo town whom anybody may be; their passwords are printed for everybody."""

from typing import NamedTuple


class Guest(NamedTuple):
    """A person of the town, what they are there to show, and the password to be them."""

    id: str
    part: str
    password: str


GUESTS = (
    Guest("xinyi", "newcomer", "xinyi-shops-here"),
    Guest("chen_xi", "sharer", "chen_xi-shops-here"),
    Guest("lao_zhou", "hub", "lao_zhou-shops-here"),
)
HOST = "lao_zhou"  # who asks whoever joins to be a friend
