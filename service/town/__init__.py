"""Generated towns as seed files: people and their friends, shops, purchases, notes and claims.

A town depends on its plan alone. Each district is drawn by itself, so that the same plan gives the same
bytes with any number of processes.
"""

import json
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from service.graph.seeds.load import Progress
from service.town.bridges import write_bridges
from service.town.district import District, draw
from service.town.plan import LEAST_USERS, Plan
from service.town.tables import Joined

Districts = Iterator[District]


def generate(
    folder: Path, plan: Plan, *, processes: int = 1, progress: Progress = lambda _what, _done, _of: None
) -> dict[str, int]:
    """Write the town of `plan` into `folder`; returns the number of rows by file.

    Calls `progress` with (what, done, of). Raises ValueError for fewer than LEAST_USERS people.
    """
    if plan.users < LEAST_USERS:
        raise ValueError(f"a town needs at least {LEAST_USERS} people")
    folder.mkdir(parents=True, exist_ok=True)
    people: list[list[str]] = []
    with (
        TemporaryDirectory(prefix=".districts-", dir=folder) as parts,
        Joined(folder, gzip=plan.gzip) as town,
    ):
        progress("people", 0, plan.users)
        with _districts(Path(parts), plan, processes) as districts:
            for district in districts:
                town.add(district.part)
                people.append(district.reachable)
                progress("people", district.until, plan.users)
        town.add(write_bridges(Path(parts) / "bridges", plan, people))
    about = {"name": folder.name, "anchor": f"{plan.anchor:%Y-%m-%dT%H:%M:%SZ}", "users": plan.users}
    about |= {"seed": plan.seed, "friends": plan.friends, "shares": plan.shares}
    (folder / "seed.json").write_text(json.dumps(about) + "\n", encoding="utf-8")
    return town.counts


@contextmanager
def _districts(parts: Path, plan: Plan, processes: int) -> Iterator[Districts]:
    """The districts in order, each as soon as it is complete."""
    work, numbers = partial(draw, parts, plan), range(plan.districts)
    if min(processes, plan.districts) == 1:
        yield map(work, numbers)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        yield pool.map(work, numbers)
