"""Friendships between the districts of a town: more between near districts, some through hubs.

A person has at most one friend in each other district, and each friend there has only that one here. So
people of one district never share a friend in another, and each district can count its own bridges alone.
"""

from pathlib import Path
from random import Random

from service.town.clock import DAY, waking
from service.town.people import YOUNGEST
from service.town.plan import Plan
from service.town.tables import Part, Tables

ACROSS = 0.03  # the part of all friendships
MOST = 0.4  # the largest part of the smaller district
FIRST, LAST = YOUNGEST - DAY, 2 * DAY


def write_bridges(folder: Path, plan: Plan, people: list[list[str]]) -> Part:
    """Write friendships between every two districts; `people` are ids by district, each hub first."""
    wanted = ACROSS * plan.friends * plan.users / 2
    pairs = [(one, other) for other in range(len(people)) for one in range(other)]
    nearness = {pair: 1 / _apart(*pair, len(people)) for pair in pairs}
    total = sum(nearness.values())
    with Tables(folder, plan.anchor, gzip=plan.gzip) as tables:
        for (one, other), near in nearness.items():
            rng = Random(f"{plan.seed}:{one}:{other}")
            _join(rng, tables, people[one], people[other], int(wanted * near / total))
    return tables.part


def _apart(one: int, other: int, districts: int) -> int:
    """The distance of two districts on a ring."""
    return min(other - one, one + districts - other)


def _join(rng: Random, tables: Tables, these: list[str], those: list[str], wanted: int) -> None:
    count = min(1 + wanted, int(MOST * min(len(these), len(those))))
    ours, theirs = ([0, *rng.sample(range(1, len(some)), count)] for some in (these, those))
    theirs.append(theirs.pop(0))  # now each hub gets a friend who is not the other hub
    for one, other in zip(ours, theirs, strict=True):
        since = tables.at(waking(rng, -rng.uniform(LAST, FIRST)))
        tables.write("user-FRIEND-user", user=these[one], friend=those[other], since=since)
