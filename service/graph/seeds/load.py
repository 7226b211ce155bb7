"""Load a folder of seed files with the queries of cypher/seed.

The whole folder is checked, against itself and against the graph, before the first write: a folder with
a fault is not loaded. A second load changes nothing. Batches are stored one by one; when the database
goes away half-way, the same call completes the load later.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from service.errors import BadSeed
from service.graph.client import Graph
from service.graph.seeds import files as seed_files
from service.graph.seeds import rules as seed_rules
from service.graph.seeds.files import Fingerprint, Folder
from service.graph.seeds.world import World

BATCH = 1000
MOST_FAULTS = 100
ABOUT = "seed.json"
About = tuple[str, datetime]
T = TypeVar("T")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Report:
    """The result of a load: rows by file, and the days that instants were moved by."""

    counts: dict[str, int]
    shift_days: int = 0


def load(
    graph: Graph,
    folder: Path,
    *,
    dry_run: bool = False,
    today: date | None = None,
    fingerprint: Fingerprint | None = None,
    progress: Progress = lambda _file, _done, _rows: None,
) -> Report:
    """Check the folder and store its rows; a dry run only checks.

    `today` moves every instant by whole days, so that the anchor in the folder's seed.json becomes
    this date; a graph remembers the move and repeats it at every later load of that folder.
    `fingerprint` (purpose, text) hashes the platforms' own ids of people, see Keys. `progress` gets
    (file, rows stored, rows in the file). Raises BadSeed with the faults, as `file:line:column`.
    """
    known = seed_files.loaders(graph.catalogue)
    named = about(folder)
    days = _shift_days(graph, named, today)
    read = seed_files.read(folder, known, timedelta(days=days), fingerprint)
    world = World(graph, known, read)
    world.check()
    if not read.faults:
        seed_rules.check(world)
    if read.faults:
        raise BadSeed(_bounded(read.faults))
    if not dry_run:
        if named:
            graph.run("seed/remember_shift", name=named[0], days=days)
        _store(graph, read, progress)
        _derive(graph, world)
    return Report({file: len(rows) for file, rows in read.rows.items()}, days)


def about(folder: Path) -> About | None:
    """The name and the anchor in the folder's seed.json; None without the file."""
    try:
        facts = json.loads((folder / ABOUT).read_text("utf-8"))
        return str(facts["name"]), datetime.fromisoformat(facts["anchor"])
    except FileNotFoundError:
        return None
    except (ValueError, TypeError, KeyError) as error:
        raise BadSeed(
            [f'{ABOUT}:1:1 needs {{"name": "…", "anchor": "2030-01-01T00:00:00Z"}}: {error}']
        ) from error


def _shift_days(graph: Graph, named: About | None, today: date | None) -> int:
    if named is None:
        return 0
    name, anchor = named
    for remembered in graph.rows("seed/shift", name=name):
        return int(remembered["days"])
    return (today - anchor.date()).days if today else 0


def _store(graph: Graph, read: Folder, progress: Progress) -> None:
    for file, rows in read.rows.items():
        progress(file, 0, len(rows))
        done = 0
        for batch in batches(rows):
            graph.run(f"seed/{file}", rows=[row.values for row in batch])
            done += len(batch)
            progress(file, done, len(rows))


def _derive(graph: Graph, world: World) -> None:
    """Rebuild the derived relationships of everyone with new friends or a new share."""
    touched = {str(row[name]) for row in world.new("user-FRIEND-user") for name in ("user", "friend")}
    for share in world.new("share"):
        touched.add(world.owner_of(share["coupon"]))
    for users in batches(sorted(touched)):
        graph.run("seed/derive/reaches", users=users)


def batches(items: Sequence[T]) -> Iterator[list[T]]:
    """The items in lists of at most BATCH."""
    for start in range(0, len(items), BATCH):
        yield list(items[start : start + BATCH])


def _bounded(faults: list[str]) -> list[str]:
    more = len(faults) - MOST_FAULTS
    return faults if more <= 0 else [*faults[:MOST_FAULTS], f"… and {more} faults more"]
