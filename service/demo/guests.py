"""The guests: three people of the demo town that anybody may sign in as, with public passwords."""

from typing import NamedTuple


class Guest(NamedTuple):
    """A person of the town, the part of the product that they show, and their password."""

    id: str
    part: str
    password: str


GUESTS = (
    Guest("xinyi", "newcomer", "xinyi-shops-here"),
    Guest("chen_xi", "sharer", "chen_xi-shops-here"),
    Guest("lao_zhou", "hub", "lao_zhou-shops-here"),
)
HOST = "lao_zhou"  # sends a friend request to a newcomer
