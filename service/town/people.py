"""The people of a town, in communities of family, school and work."""

from dataclasses import dataclass, field
from random import Random

from service.town.clock import DAY, waking
from service.town.plan import FRIENDS
from service.town.words import names

COMMUNITY_MEDIAN, COMMUNITY_SPREAD = 34, 0.5
ALONE = (9, 14)  # the sizes of communities without friends outside
OLDEST, YOUNGEST = 900 * DAY, 75 * DAY
NEWCOMER_DAYS = 12
CREATORS, CREATORS_FROM = 8, 20


@dataclass(slots=True)
class Person:
    """A person; `created` and `gone` are seconds from the anchor."""

    number: int
    id: str
    name: str
    locale: str
    created: int
    community: int
    shares: float  # the chance that they publish a coupon
    buys: float  # how often they buy, relative to others
    bridge: str = "counted"
    roles: tuple[str, ...] = ()
    discoverable: bool = True
    gone: int = 1
    suspended: bool = False


@dataclass
class People:
    """All people by number, and the numbers of each community; the last two have no friends outside."""

    everyone: list[Person] = field(default_factory=list)
    communities: list[list[int]] = field(default_factory=list)
    newcomer: int | None = None
    sharer: int = 1
    hub: int = 2

    @property
    def guests(self) -> frozenset[int]:
        """The people whom guests of the demo can sign in as."""
        return frozenset() if self.newcomer is None else frozenset({self.newcomer, self.sharer, self.hub})


def settle(rng: Random, users: int, district: int, friends: float) -> People:
    """Draw `users` people with so many friends on average; among them a sharer and a hub.

    In the first district, guests of the demo can sign in as these two and as a newcomer.
    """
    people = People()
    sizes = _sizes(rng, users, COMMUNITY_MEDIAN * friends / FRIENDS)
    namer = _Namer(rng, f"_{district}" if district else "")
    for community, size in enumerate(sizes):
        start = len(people.everyone)
        people.communities.append(list(range(start, start + size)))
        for number in people.communities[-1]:
            people.everyone.append(_person(rng, namer, number, community))
    _cast(people)
    if district == 0:
        _cast_guests(people)
    return people


def _sizes(rng: Random, users: int, median: float) -> list[int]:
    sizes, left = [], users - sum(ALONE)
    while left > 0:
        size = max(6, int(rng.lognormvariate(0, COMMUNITY_SPREAD) * median))
        sizes.append(min(size, left))
        left -= size
    return [*sizes, *ALONE]


def _person(rng: Random, namer: "_Namer", number: int, community: int) -> Person:
    locale = "en" if rng.random() < 0.2 else "zh"
    handle, name = namer.name(locale)
    created = waking(rng, -rng.uniform(YOUNGEST, OLDEST))
    gone = waking(rng, -rng.uniform(1, 40) * DAY) if rng.random() < 0.025 else 1
    return Person(
        number=number,
        id=handle,
        name=name,
        locale=locale,
        created=created,
        community=community,
        shares=rng.betavariate(1.2, 0.9) if rng.random() < 0.72 else 0.0,
        buys=rng.lognormvariate(0, 0.7),
        bridge=rng.choices(("named", "counted", "off"), (30, 62, 8))[0],
        discoverable=rng.random() < 0.85,
        gone=gone,
        suspended=gone < 0 and rng.random() < 0.3,
    )


def _cast(people: People) -> None:
    """Give creators, the sharer and the hub their roles and habits."""
    for person in people.everyone[CREATORS_FROM :: len(people.everyone) // CREATORS]:
        person.roles, person.shares, person.buys, person.gone = ("Creator",), 0.8, 4.0, 1
    sharer, hub = people.everyone[people.sharer], people.everyone[people.hub]
    for person in (sharer, hub):
        person.gone, person.suspended, person.roles, person.bridge = 1, False, (), "named"
    sharer.shares, sharer.buys, sharer.created = 0.95, 7.0, -OLDEST
    hub.shares, hub.buys, hub.created = 0.4, 2.0, -OLDEST


def _cast_guests(people: People) -> None:
    """Give the three guests, the admin, the analyst and the first merchant their names."""
    newcomer, sharer, hub, admin, analyst, merchant = people.everyone[:6]
    people.newcomer = newcomer.number
    for person, handle, name, locale in (
        (newcomer, "xinyi", "心怡", "zh"),
        (sharer, "chen_xi", "陈曦", "zh"),
        (hub, "lao_zhou", "老周", "zh"),
        (admin, "town_admin", "管理员", "zh"),
        (analyst, "town_analyst", "Town analyst", "en"),
        (merchant, "huimin_wu", "吴慧敏", "zh"),
    ):
        person.id, person.name, person.locale = handle, name, locale
        person.gone, person.suspended, person.roles = 1, False, ()
        person.bridge = "named"
    newcomer.created, newcomer.shares, newcomer.buys = -NEWCOMER_DAYS * DAY, 0.0, 0.0
    for person, role in ((admin, "Admin"), (analyst, "Analyst")):
        person.roles, person.buys, person.discoverable = (role,), 0.0, False


class _Namer:
    """Draws common names, each with a unique handle."""

    def __init__(self, rng: Random, ending: str) -> None:
        self._rng = rng
        self._ending = ending
        self._taken = {"xinyi", "chen_xi", "lao_zhou", "town_admin", "town_analyst", "huimin_wu"}

    def name(self, locale: str) -> tuple[str, str]:
        """A handle and a display name."""
        rng, words = self._rng, names()
        surname, family = rng.choice(words["surnames"]).split()
        given, spelling = rng.choice(words["given"]).split()
        if locale == "en":
            first = rng.choice(words["english"])
            handle, name = f"{first.lower()}_{family}", f"{first} {family.title()}"
        else:
            handle = rng.choice(
                (f"{family}_{spelling}", f"{family}{spelling}", f"{spelling}_{family}", spelling)
            )
            name = surname + given if rng.random() < 0.6 else self._nickname(given)
        return self._free(handle) + self._ending, name

    def _nickname(self, given: str) -> str:
        return self._rng.choice(names()["nicknames"]).format(given[-1] * (1 + (self._rng.random() < 0.25)))

    def _free(self, handle: str) -> str:
        free, digits = handle if len(handle) > 2 else handle + "_", 100
        while free in self._taken:
            free = f"{handle}{self._rng.randrange(1, digits)}"
            digits *= 2
        self._taken.add(free)
        return free
