"""Believable towns: people and their friends, shops, purchases, honest notes and claims, as seed files.

A town is drawn from its plan alone, district by district: the same plan gives the same bytes, however many
processes draw it.
"""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from service.town.bridges import write_bridges
from service.town.district import Made, make
from service.town.plan import LEAST_USERS, Plan
from service.town.tables import Joined

Told = Callable[[str, int, int], None]
Districts = Iterator[Made]


def generate(
    folder: Path, plan: Plan, *, processes: int = 1, told: Told = lambda _what, _done, _of: None
) -> dict[str, int]:
    """Write the town of `plan` into `folder`; rows by file.

    `told` hears (what, done, of). Raises ValueError for fewer than LEAST_USERS people.
    """
    if plan.users < LEAST_USERS:
        raise ValueError(f"a town has {LEAST_USERS} people or more")
    folder.mkdir(parents=True, exist_ok=True)
    people: list[list[str]] = []
    with (
        TemporaryDirectory(prefix=".districts-", dir=folder) as parts,
        Joined(folder, gzip=plan.gzip) as town,
    ):
        told("people", 0, plan.users)
        with _made(Path(parts), plan, processes) as districts:
            for made in districts:
                town.add(made.part)
                people.append(made.reachable)
                told("people", made.until, plan.users)
        town.add(write_bridges(Path(parts) / "bridges", plan, people))
    about = {"name": folder.name, "anchor": f"{plan.anchor:%Y-%m-%dT%H:%M:%SZ}", "users": plan.users}
    about |= {"seed": plan.seed, "friends": plan.friends, "shares": plan.shares}
    (folder / "seed.json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    return town.counts


@contextmanager
def _made(parts: Path, plan: Plan, processes: int) -> Iterator[Districts]:
    """The districts in their order, each when it is there."""
    work, numbers = partial(make, parts, plan), range(plan.districts)
    if min(processes, plan.districts) == 1:
        yield map(work, numbers)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield pool.map(work, numbers)
