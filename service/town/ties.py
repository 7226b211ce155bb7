"""Other ties between the people of a town: follows, requests, blocks, mutes, and merchants' shops."""

from random import Random

from service.town.clock import DAY, waking
from service.town.friends import Friends
from service.town.market import Shop
from service.town.people import People
from service.town.tables import Tables

FOLLOWERS = (0.04, 0.2)  # of the town, for each creator
BLOCKS, REQUESTS, MUTES, MERCHANTS = 0.04, 0.09, 0.03, 0.24  # for each person; merchants for each shop
REQUEST_DAYS = 14
Pair = tuple[int, int]


class Ties:
    """Follows and blocks, which decide what people see, and the ties that do not."""

    def __init__(self, rng: Random, people: People, friends: Friends) -> None:
        self._rng = rng
        self._people = people
        self._friends = friends
        everyone = people.everyone
        self.followers = {
            person.number: self._followers(person.number) for person in everyone if "Creator" in person.roles
        }
        self._follows = {
            (fan, creator): self._later(fan, creator)
            for creator, fans in self.followers.items()
            for fan in fans
        }
        self._blocks: set[Pair] = set()
        for one, other in self._strangers(int(BLOCKS * len(everyone))):
            if (one, other) not in self._follows and (other, one) not in self._follows:
                self._blocks.add((one, other))

    def follows(self, fan: int, creator: int, at: int) -> bool:
        """Whether one follows the other at an instant."""
        since = self._follows.get((fan, creator))
        return since is not None and since <= at

    def blocked(self, one: int, other: int) -> bool:
        """Whether either blocks the other."""
        return (one, other) in self._blocks or (other, one) in self._blocks

    def write(self, tables: Tables, shops: list[Shop], managed: list[Shop], first: int) -> None:
        """Write all seed files; requests count up from `first`, and merchants manage the shops `managed`."""
        ids = [person.id for person in self._people.everyone]
        for (fan, creator), since in sorted(self._follows.items()):
            tables.write("user-FOLLOWS-user", user=ids[fan], creator=ids[creator], since=tables.at(since))
        for one, other in sorted(self._blocks):
            blocked_at = tables.at(self._later(one, other))
            tables.write("user-BLOCKS-user", user=ids[one], blocked=ids[other], since=blocked_at)
        self._write_requests(tables, ids, first)
        self._write_mutes(tables, ids, shops)
        self._write_merchants(tables, ids, managed)

    def _write_requests(self, tables: Tables, ids: list[str], first: int) -> None:
        wanted = self._strangers(int(REQUESTS * len(ids)))
        newcomer = self._people.newcomer
        if newcomer is not None:
            wanted += [(other, newcomer) for other in self._rng.sample(self._people.communities[1], 2)]
        once = dict.fromkeys(wanted)
        for number, (one, other) in enumerate(once, first + 1):
            if self.blocked(one, other) or (other, one) in once:
                continue
            declined = self._rng.random() < 0.2 and other != newcomer
            at = waking(self._rng, -self._rng.uniform(1, 28 if declined else 10) * DAY)
            tables.write(
                "user-ASKED-user",
                id=f"request-{number}",
                user=ids[one],
                asked=ids[other],
                at=tables.at(at),
                message=self._rng.choice(GREETINGS),
                expires_at=tables.at(at + REQUEST_DAYS * DAY),
                declined_at=tables.at(at + DAY // 2 if declined else None),
            )

    def _write_mutes(self, tables: Tables, ids: list[str], shops: list[Shop]) -> None:
        rng = self._rng
        for one in rng.sample(range(len(ids)), max(1, int(MUTES * len(ids)))):
            since = self._later(one, one)
            until = since + 180 * DAY if rng.random() < 0.5 else None
            when = {"since": tables.at(since), "until": tables.at(until)}
            if self._friends.of[one] and rng.random() < 0.5:
                muted = ids[rng.choice(self._friends.of[one])]
                tables.write("user-MUTES-user", user=ids[one], muted=muted, **when)
            else:
                tables.write("user-MUTES-shop", user=ids[one], muted=rng.choice(shops).id, **when)

    def _write_merchants(self, tables: Tables, ids: list[str], shops: list[Shop]) -> None:
        merchants = [person for person in self._people.everyone if "Merchant" in person.roles]
        for person, shop in zip(merchants, shops, strict=False):
            tables.write("user-MANAGES-shop", user=ids[person.number], shop=shop.id)

    def _followers(self, creator: int) -> list[int]:
        everyone = self._people.everyone
        wanted = int(len(everyone) * self._rng.uniform(*FOLLOWERS))
        fans = self._rng.sample(range(len(everyone)), max(1, min(wanted, 5000)))
        return [fan for fan in fans if fan != creator]

    def _strangers(self, count: int) -> list[Pair]:
        """Pairs of people who are not friends, most of them with common friends."""
        rng, friends = self._rng, self._friends
        pairs: list[Pair] = []
        while len(pairs) < count:
            one = rng.randrange(len(friends.of))
            if not friends.of[one] or one == self._people.newcomer:
                continue
            other = rng.choice(friends.of[rng.choice(friends.of[one])])
            if other not in (one, self._people.newcomer) and other not in friends.of[one]:
                pairs.append((one, other))
        return pairs

    def _later(self, one: int, other: int) -> int:
        """An instant after both people joined."""
        everyone = self._people.everyone
        start = max(everyone[one].created, everyone[other].created)
        return max(start + 1, waking(self._rng, start * self._rng.uniform(0.02, 0.98)))


def appoint_merchants(people: People, shops: list[Shop]) -> None:
    """Make people merchants, one for each shop in a part of the shops."""
    able = [person for person in people.everyone[5:] if not person.roles and person.gone > 0]
    count = int(MERCHANTS * len(shops))
    for person in able[:: max(1, len(able) // max(1, count))][:count]:
        person.roles = ("Merchant",)


GREETINGS = (
    None,
    None,
    None,
    "你好，我是隔壁班的，加个好友。",
    "在你分享的猫粮下面看到你，也是养猫人。",
    "上次聚会没来得及加。",
    "Hi, we met at the weekend market.",
    "老周介绍的。",
    "妈妈群里看到你的笔记了。",
)
