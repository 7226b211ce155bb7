"""A generated town too large for the seed loader, which checks a folder with all of it in memory.

The rows go straight from the files to the loaders' queries, without what no question of the bench reads.
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

BATCH, AROUND = 5000, 1000
SEED = 1
LEFT_OUT = {
    *("xp_event", "revision", "user-ASKED-user", "user-MANAGES-shop"),
    *("program-HERO-product", "purchase-RELEASED-claim"),
}
Cells = Mapping[str, str]
T = TypeVar("T")


def load(graph: Graph, folder: Path, people: int) -> None:
    """Generate the town in `folder` and store it."""
    town.generate(folder, people, SEED, datetime.now(UTC).replace(microsecond=0))
    kept = _kept(folder)
    for file, loader in loaders(graph.catalogue).items():
        if (folder / f"{file}.csv").exists() and file not in LEFT_OUT:
            for rows in _batches(_typed(loader, _rows(folder, file), kept), BATCH):
                graph.run(f"seed/{file}", rows=rows)
    publishers = {row["user"]: None for row in _rows(folder, "purchase") if row["id"] in kept}
    for users in _batches(publishers, AROUND):
        graph.run("seed/derive/reaches", users=users)


def _kept(folder: Path) -> set[str]:
    """The published coupons, and the purchases that earned them or used a copy."""
    coupons = {row["coupon"] for row in _rows(folder, "share")}
    earned = {row["purchase"] for row in _rows(folder, "coupon") if row["id"] in coupons}
    return coupons | earned | {row["purchase"] for row in _rows(folder, "purchase-REDEEMED-claim")}


def _typed(loader: Loader, rows: Iterator[Cells], kept: set[str]) -> Iterator[dict[str, object]]:
    columns = loader.columns
    for row in rows:
        if loader.file not in {"purchase", "coupon"} or row["id"] in kept:
            yield {name: columns[name].read(cell) if cell else None for name, cell in row.items()}


def _rows(folder: Path, file: str) -> Iterator[Cells]:
    with (folder / f"{file}.csv").open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(items)
    while some := list(islice(left, size)):
        yield some
