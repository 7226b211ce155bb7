"""A district: a part of a town drawn by itself, with people, friendships, purchases, shares and claims."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from service.town.claiming import Claims
from service.town.friends import Friends
from service.town.ledger import Ledger
from service.town.market import Shop, open_shops, write_shops
from service.town.people import ALONE, People, settle
from service.town.plan import Plan
from service.town.sharing import Sharing
from service.town.sight import Sight
from service.town.tables import Part, Tables
from service.town.talk import Talk
from service.town.ties import Ties, appoint_merchants
from service.town.trade import Trade
from service.town.wants import Wants

NUMBERS = 1_000_000  # for the orders and claims of each district


@dataclass(frozen=True)
class District:
    """A written district: `reachable` are the people with friends in other districts, the hub first."""

    part: Part
    reachable: list[str]
    until: int


def draw(folder: Path, plan: Plan, number: int) -> District:
    """Draw district `number` and write its rows below `folder`."""
    rng, first = Random(f"{plan.seed}:{number}"), number * NUMBERS
    people = settle(rng, plan.people(number), number, plan.friends)
    shops = _shops(plan)
    managed = shops[number :: plan.districts]
    appoint_merchants(people, managed)
    friends = Friends(rng, people, plan.friends)
    ties = Ties(rng, people, friends)
    with Tables(folder / str(number), plan.anchor, gzip=plan.gzip) as tables:
        _write_people(tables, people)
        _write_friends(tables, people, friends)
        if number == 0:
            write_shops(tables, shops)
        ties.write(tables, shops, managed, first)
        ledger = Ledger(tables)
        sight = Sight(rng, people, friends, ties)
        claims = Claims(rng, people, sight, ledger, tables, first)
        sharing = Sharing(rng, people, friends, claims, ledger, tables)
        Trade(rng, people, shops, sharing, claims, tables, first).run(plan.shares)
        Talk(rng, people, sight, ledger, tables, first).write(sharing.open)
        Wants(rng, people, friends, tables, first).write(sharing.open, sharing.of_guests)
    return District(tables.part, _reachable(people), plan.users * (number + 1) // plan.districts)


@cache
def _shops(plan: Plan) -> list[Shop]:
    """The shops of the whole town: all districts buy in the same shops."""
    return open_shops(Random(f"{plan.seed}:shops"), plan.users, plan.districts)


def _reachable(people: People) -> list[str]:
    near = people.everyone[: -sum(ALONE)]
    others = [person.id for person in near if person.number not in (people.hub, people.newcomer)]
    return [people.everyone[people.hub].id, *others]


def _write_people(tables: Tables, people: People) -> None:
    for person in people.everyone:
        gone = person.gone if person.gone < 0 else None
        tables.write(
            "user",
            id=person.id,
            handle=person.id,
            display_name=person.name,
            locale=person.locale,
            created_at=tables.at(person.created),
            bridge=person.bridge,
            discoverable=tables.yes(person.discoverable),
            roles=" ".join(person.roles),
            deactivated_at=tables.at(None if person.suspended else gone),
            suspended_at=tables.at(gone if person.suspended else None),
        )


def _write_friends(tables: Tables, people: People, friends: Friends) -> None:
    ids = [person.id for person in people.everyone]
    for one, other, since in friends.ties():
        tables.write("user-FRIEND-user", user=ids[one], friend=ids[other], since=tables.at(since))
