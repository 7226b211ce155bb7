"""A generated town too large for the seed loader, which checks a folder with all of it in memory.

The rows go straight from the files to the loaders' queries, without what no question of the bench reads,
and without the later copies, which would double the time.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import TypeVar

from service import town
from service.graph.client import Graph
from service.graph.seed_files import Loader, loaders
from service.settings import ROOT
from service.town.plan import Plan

BATCH, AROUND = 5000, 2000
MOST_COPIES = 315_000
SEED = 1
LOAD = ROOT / "bench" / "load"
LEFT_OUT = {
    *("xp_event", "revision", "user-ASKED-user", "user-MANAGES-shop"),
    *("program-HERO-product", "purchase-RELEASED-claim"),
}
REDEEMED = "purchase-REDEEMED-claim"
IN_PART = {"purchase": "id", "coupon": "id", "claim": "id", REDEEMED: "claim"}  # by which of its columns
Cells = Mapping[str, str]
T = TypeVar("T")


def load(graph: Graph, folder: Path, people: int) -> None:
    """Generate the town in `folder` and store it."""
    town.generate(folder, Plan(people, SEED, datetime.now(UTC).replace(microsecond=0)), processes=2)
    kept = _kept(folder)
    for file, loader in loaders(graph.catalogue).items():
        if (folder / f"{file}.csv").exists() and file not in LEFT_OUT:
            for rows in _batches(_typed(loader, _stored(folder, file, kept)), BATCH):
                graph.run(f"seed/{file}", rows=rows)
    for some in _batches((row["id"] for row in _rows(folder, "user")), AROUND):
        graph.run("reaches_from_nothing", people=some)


def _kept(folder: Path) -> set[str]:
    """The published coupons, the copies that are stored, the purchases that earned or used one of these."""
    coupons = {row["coupon"] for row in _rows(folder, "share")}
    claims = {row["id"] for row in islice(_rows(folder, "claim"), MOST_COPIES)}
    earned = {row["purchase"] for row in _rows(folder, "coupon") if row["id"] in coupons}
    used = {row["purchase"] for row in _rows(folder, REDEEMED) if row["claim"] in claims}
    return coupons | claims | earned | used


def _stored(folder: Path, file: str, kept: set[str]) -> Iterator[Cells]:
    name = IN_PART.get(file)
    return (row for row in _rows(folder, file) if name is None or row[name] in kept)


def _typed(loader: Loader, rows: Iterable[Cells]) -> Iterator[dict[str, object]]:
    columns = loader.columns
    for row in rows:
        yield {name: columns[name].read(cell) if cell else None for name, cell in row.items()}


def _rows(folder: Path, file: str) -> Iterator[Cells]:
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some
