"""What joins the districts of a town: friendships between them, more between near ones, and hubs.

Between two districts nobody has two friends; so no two people of one district have a friend of another one in
common, and what each district tells of its own bridges stays true.
"""

from pathlib import Path
from random import Random

from service.town.clock import DAY, waking
from service.town.people import YOUNGEST
from service.town.plan import Plan
from service.town.tables import Part, Tables

ACROSS = 0.03  # of all friendships
MOST = 0.4  # of the smaller district
FIRST, LAST = YOUNGEST - DAY, 2 * DAY


def write_bridges(folder: Path, plan: Plan, people: list[list[str]]) -> Part:
    """Friendships between the people of every two districts; of each district, the hub comes first."""
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
    """How far two districts are from each other; they lie in a ring."""
    return min(other - one, one + districts - other)


def _join(rng: Random, tables: Tables, these: list[str], those: list[str], wanted: int) -> None:
    count = min(1 + wanted, int(MOST * min(len(these), len(those))))
    ours, theirs = ([0, *rng.sample(range(1, len(some)), count)] for some in (these, those))
    theirs.append(theirs.pop(0))  # so that either hub meets somebody
    for one, other in zip(ours, theirs, strict=True):
        since = tables.at(waking(rng, -rng.uniform(LAST, FIRST)))
        tables.write("user-FRIEND-user", user=these[one], friend=those[other], since=since)
