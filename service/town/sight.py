"""Who sees a share, and by which way: the domain's visibility rule, for a town in the making."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from service.town.deals import Share
from service.town.friends import Friends
from service.town.people import People
from service.town.ties import Ties


@dataclass(frozen=True, slots=True)
class Way:
    """How a person sees a share: the kind of way, the number of common friends, the friendship's start."""

    via: str
    bridges: int
    since: int | None


class Sight:
    """Draws people near a share, and gives their way to it."""

    def __init__(self, rng: Random, people: People, friends: Friends, ties: Ties) -> None:
        self._rng = rng
        self._people = people
        self._friends = friends
        self._ties = ties

    def somebody(self, share: Share) -> int | None:
        """The number of a person near a share, who may not see it; None if there is nobody."""
        rng, owner = self._rng, share.coupon.owner.number
        fans = self._ties.followers.get(owner)
        if share.sent_to and rng.random() < 0.3:
            return _any(rng, share.sent_to)
        if fans and share.audience == "public" and rng.random() < 0.4:
            return _any(rng, fans)
        if not self._friends.of[owner]:
            return None
        friend = _any(rng, self._friends.of[owner])
        return friend if rng.random() < 0.55 else _any(rng, self._friends.of[friend])

    def way(self, share: Share, number: int, at: int) -> Way | None:
        """The nearest way by which a person sees another's share at an instant, or None."""
        me, owner = self._people.everyone[number], share.coupon.owner
        here = me.created < at < min(me.gone, owner.gone) and share.published < at
        if not here or me is owner or self._ties.blocked(number, owner.number):
            return None
        known = self._friends.know(number, owner.number, at)
        bridges = self._friends.bridges(number, owner.number, at)
        via = self._via(share, number, at, known=known, bridges=bridges)
        if via is None:
            return None
        return Way(via, bridges, self._friends.since(number, owner.number) if known else None)

    def _via(self, share: Share, number: int, at: int, *, known: bool, bridges: int) -> str | None:
        if share.audience != "direct" and known:
            return "friend"
        if share.audience in {"circle", "public"} and bridges:
            return "circle"
        if share.audience == "public" and self._ties.follows(number, share.coupon.owner.number, at):
            return "follow"
        return "direct" if number in share.sent_to else None


def _any(rng: Random, numbers: Sequence[int]) -> int:
    """One of the numbers, at random; three times as fast as `choice`, for a million calls."""
    return numbers[int(rng.random() * len(numbers))]
