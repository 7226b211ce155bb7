"""Who sees a share, by which way: the one predicate of the domain, in a town that is being drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from service.town.deals import Share
from service.town.friends import Friends
from service.town.people import People
from service.town.ties import Ties


@dataclass(frozen=True, slots=True)
class Way:
    """How somebody sees a share: by what, through how many friends in common, friends since when."""

    via: str
    bridges: int
    since: int | None


class Sight:
    """Finds people who may see a share, and says how they do."""

    def __init__(self, rng: Random, people: People, friends: Friends, ties: Ties) -> None:
        self._rng = rng
        self._people = people
        self._friends = friends
        self._ties = ties

    def somebody(self, share: Share) -> int | None:
        """Somebody near a share, who need not see it."""
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
        """The nearest way by which somebody sees a share of another at an instant."""
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
    """One of them; a third of the time that `choice` takes, and a town asks a million times."""
    return numbers[int(rng.random() * len(numbers))]
