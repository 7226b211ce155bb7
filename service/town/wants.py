"""Searches without a result and wishes: most for categories that a person's circle lacks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from random import Random

from service.actions.wishes import LOTS, pattern
from service.town.clock import DAY, HOUR, waking
from service.town.deals import Coupon, Share
from service.town.friends import Friends
from service.town.market import CURRENCY
from service.town.people import People, Person
from service.town.sharing import SELDOM
from service.town.tables import Tables
from service.town.words import chosen, talk

# The part of people who lack a category, and the part of all people for other categories.
SEARCH, WISH = (0.13, 0.012), (0.05, 0.014)
SEARCH_DAYS, WISH_DAYS, OPEN_DAYS = 25, 45, 12
LATELY, CLOSED = 0.8, 0.3
PRICES = (None, None, None, 10_000, 20_000, 50_000)
NAMED = {"zh": "想买{name}，谁有券", "en": "Who has a coupon for {name}"}


class Wants:
    """Writes searches and wishes."""

    def __init__(self, rng: Random, people: People, friends: Friends, tables: Tables, first: int) -> None:
        self._rng = rng
        self._people = people
        self._friends = friends
        self._tables = tables
        self._number = first
        self._searched: set[tuple[str, str]] = set()
        self._here = [person for person in people.everyone if person.gone > 0 and person.buys]

    def write(self, shares: Iterable[Share], coupons: Iterable[Coupon]) -> None:
        """Write all, given the open shares and the coupons of guests."""
        seen = self._seen(shares)
        for category in talk():
            if category != "any":
                here = [person for person in self._here if person.number not in seen.get(category, ())]
                self._seek(category, here, category in seen)
        for guest in sorted(self._people.guests):
            for category in (self._shared_most(guest, shares), self._rng.choice(list(SELDOM))):
                self._wish(self._people.everyone[guest], category, recent=True)
        for coupon in coupons:
            self._wish_for(coupon)

    def _seek(self, category: str, here: list[Person], lacked: bool) -> None:
        rng = self._rng
        for person in self._some(here, SEARCH[not lacked]):
            self._search(person, category)
        for person in self._some(here, WISH[not lacked]):
            self._wish(person, category, recent=rng.random() < LATELY)

    def _some(self, people: list[Person], part: float) -> list[Person]:
        return self._rng.sample(people, int(len(people) * part))

    def _seen(self, shares: Iterable[Share]) -> dict[str, set[int]]:
        """The people with a share of a rarely shared category in their circle, by category."""
        seen: dict[str, set[int]] = {category: set() for category in SELDOM}
        for share in shares:
            category = share.coupon.product.family.category
            if category in seen and share.audience != "direct":
                seen[category].update(self._near(share))
        return seen

    def _near(self, share: Share) -> Iterator[int]:
        friends = self._friends.of[share.coupon.owner.number]
        yield from friends
        if share.audience != "friends":
            for bridge in friends:
                yield from self._friends.of[bridge]

    def _shared_most(self, guest: int, shares: Iterable[Share]) -> str:
        """The category that a guest's friends share most, so that somebody can answer a wish for it."""
        near = self._friends.of[guest]
        shared = [share.coupon.product.family for share in shares if share.coupon.owner.number in near]
        return Counter(family.category for family in shared).most_common(1)[0][0] if shared else "tea"

    def _search(self, person: Person, category: str) -> None:
        rng = self._rng
        text = rng.choice(talk()[category][person.locale]["searches"])
        if (person.id, text) in self._searched:
            return
        self._searched.add((person.id, text))
        self._tables.write(
            "search",
            user=person.id,
            text=text,
            at=self._tables.at(min(-HOUR, waking(rng, -rng.random() * SEARCH_DAYS * DAY))),
            times=rng.choice((1, 1, 1, 2, 2, 3)),
            category=category,
        )

    def _wish(self, person: Person, category: str, *, recent: bool) -> None:
        text = chosen(self._rng, self._rng.choice(talk()[category][person.locale]["wishes"]))
        self._write_wish(person, text, category, recent=recent)

    def _wish_for(self, coupon: Coupon) -> None:
        """A guest's friend wishes for the product of the guest's coupon, so that the guest can answer."""
        near = [self._people.everyone[number] for number in self._friends.of[coupon.owner.number]]
        able = [person for person in near if person.gone > 0 and person.number not in self._people.guests]
        if able:
            person = self._rng.choice(able)
            zh, en = (name.split(" ", 1)[1] for name in coupon.product.name.split(" · "))
            text = NAMED[person.locale].format(name=zh if person.locale == "zh" else en)
            self._write_wish(person, text, coupon.product.family.category, recent=True)

    def _write_wish(self, person: Person, text: str, category: str, *, recent: bool) -> None:
        rng, at = self._rng, self._tables.at
        days = rng.uniform(0.2, 9) if recent else rng.uniform(15, WISH_DAYS)
        created = max(person.created, min(-HOUR, waking(rng, -days * DAY)))
        closed = created + rng.randrange(HOUR, 5 * DAY) if not recent and rng.random() < CLOSED else None
        price = None if person.number in self._people.guests else rng.choice(PRICES)
        self._number += 1
        self._tables.write(
            "wish",
            id=f"wish-{self._number}",
            user=person.id,
            text=text,
            pattern=pattern(text),
            lot=rng.randrange(1, LOTS),
            category=category,
            max_price_fen=price,
            currency=None if price is None else CURRENCY,
            created_at=at(created),
            expires_at=at(created + OPEN_DAYS * DAY),
            closed_at=at(closed),
        )
