"""Believable towns: people and their friends, shops, purchases, honest notes and claims, as seed files.

A town is drawn from its seed alone: the same seed gives the same bytes.
"""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from random import Random

from service.town.claiming import Claims
from service.town.friends import Friends
from service.town.ledger import Ledger
from service.town.market import open_shops, write_shops
from service.town.people import People, settle
from service.town.sharing import Sharing
from service.town.tables import Tables
from service.town.ties import Ties, appoint_merchants
from service.town.trade import Trade

LEAST_USERS = 100


def generate(
    folder: Path,
    users: int,
    seed: int,
    anchor: datetime,
    told: Callable[[str, int, int], None] = lambda _what, _done, _of: None,
) -> dict[str, int]:
    """Write the town of `seed` as it is at `anchor` into `folder`; rows by file.

    `told` hears (what, done, of). Raises ValueError for fewer than LEAST_USERS people.
    """
    if users < LEAST_USERS:
        raise ValueError(f"a town has {LEAST_USERS} people or more")
    rng = Random(seed)
    people = settle(rng, users)
    shops = open_shops(rng, users)
    appoint_merchants(people, shops)
    told("friends", 0, 1)
    friends = Friends(rng, people)
    ties = Ties(rng, people, friends)
    told("friends", 1, 1)
    with Tables(folder, anchor) as tables:
        _write_people(tables, people)
        _write_friends(tables, people, friends)
        write_shops(tables, shops)
        ties.write(tables, shops)
        ledger = Ledger(tables)
        claims = Claims(rng, people, friends, ties, ledger, tables)
        sharing = Sharing(rng, people, friends, claims, ledger, tables)
        Trade(rng, people, shops, sharing, claims, tables).run(lambda done, of: told("purchases", done, of))
    about = {"name": folder.name, "anchor": f"{anchor:%Y-%m-%dT%H:%M:%SZ}", "users": users, "seed": seed}
    (folder / "seed.json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    return tables.counts


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
            discoverable=person.discoverable,
            roles=" ".join(person.roles),
            deactivated_at=tables.at(None if person.suspended else gone),
            suspended_at=tables.at(gone if person.suspended else None),
        )


def _write_friends(tables: Tables, people: People, friends: Friends) -> None:
    ids = [person.id for person in people.everyone]
    for one, other in friends.pairs():
        since = tables.at(friends.since(one, other))
        tables.write("user-FRIEND-user", user=ids[one], friend=ids[other], since=since)
