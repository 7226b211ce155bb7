"""The people of a simulated town and their habits: how often they buy, publish, and attract takers.

The levels depend on these assumptions and on the rules only. How often people buy, and how many friends
take a copy of a share, differs by a log-normal factor. A third publish nothing; the others publish a part
of their coupons, mostly a small part.
"""

import csv
from dataclasses import dataclass
from pathlib import Path
from random import Random

NEVER_SHARE = 0.30
SHARES_OF_COUPONS = (0.7, 1.2)  # of a beta distribution: mean 0.37, many near none, some near all
BUYS_A_YEAR, BUYS_SPREAD = 16.0, 1.1  # median, and sigma of the logarithm
TAKERS, TAKERS_SPREAD = 1.4, 1.1  # takers of a copy of one share: median, and sigma of the logarithm
MOST_BUYS_A_DAY, MOST_TAKERS = 1.0, 12.0
LEAST_FEN = 1000
LEFT_OUT = (
    "purchase", "coupon", "share", "revision", "xp_event", "share-SENT_TO-user", "claim",
    "purchase-REDEEMED-claim", "purchase-RELEASED-claim", "thread", "message", "question", "search", "wish",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """A person of the town: friends, purchases a day, publications per coupon, takers per share."""

    id: str
    bridges: bool
    friends: list[str]
    buys: float
    shares: float
    takers: float


@dataclass(frozen=True)
class Shop:
    """A shop, with its goods as (id at the platform, price) and the conditions of its program."""

    id: str
    platform: str
    external_id: str
    goods: list[tuple[str, int]]
    heroes: set[str]
    min_spend_fen: int
    ends_at: str

    def gives(self, product: str, paid_fen: int, at: str) -> bool:
        """Whether an order of `product` completed `at` earns a coupon here."""
        in_time = not self.ends_at or at < self.ends_at
        return paid_fen >= LEAST_FEN and in_time and (not self.heroes or product in self.heroes)


def keep_people(folder: Path) -> None:
    """Remove all purchases, shares, claims and talk from a generated town: its people make their own."""
    for name in LEFT_OUT:
        (folder / f"{name}.csv").unlink(missing_ok=True)


def people(folder: Path, rng: Random) -> list[Person]:
    """The active people in a town's folder, with habits drawn for each."""
    friends: dict[str, list[str]] = {}
    for row in _rows(folder, "user-FRIEND-user"):
        friends.setdefault(row["user"], []).append(row["friend"])
        friends.setdefault(row["friend"], []).append(row["user"])
    here = {
        row["id"]: row for row in _rows(folder, "user") if not row["deactivated_at"] + row["suspended_at"]
    }
    return [
        Person(
            id=name,
            bridges=row["bridge"] != "off",
            friends=[friend for friend in friends.get(name, []) if friend in here],
            buys=min(MOST_BUYS_A_DAY, BUYS_A_YEAR / 365 * rng.lognormvariate(0, BUYS_SPREAD)),
            shares=0.0 if rng.random() < NEVER_SHARE else rng.betavariate(*SHARES_OF_COUPONS),
            takers=min(MOST_TAKERS, TAKERS * rng.lognormvariate(0, TAKERS_SPREAD)),
        )
        for name, row in here.items()
    ]


def shops(folder: Path) -> list[Shop]:
    """The shops of a town's folder."""
    goods: dict[str, list[tuple[str, int]]] = {}
    names = {}
    for row in _rows(folder, "product"):
        goods.setdefault(row["shop"], []).append((row["external_id"], int(row["price_fen"])))
        names[row["id"]] = row["external_id"]
    heroes: dict[str, set[str]] = {}
    for row in _rows(folder, "program-HERO-product"):
        heroes.setdefault(row["program"], set()).add(names[row["product"]])
    programs = {row["shop"]: row for row in _rows(folder, "program")}
    return [
        Shop(
            id=row["id"],
            platform=row["platform"],
            external_id=row["external_id"],
            goods=goods[row["id"]],
            heroes=heroes.get(programs[row["id"]]["id"], set()),
            min_spend_fen=int(programs[row["id"]]["min_spend_fen"]),
            ends_at=programs[row["id"]]["ends_at"],
        )
        for row in _rows(folder, "shop")
    ]


def _rows(folder: Path, file: str) -> list[dict[str, str]]:
    path = folder / f"{file}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def hash_of(name: str) -> int:
    """A number that depends on the name only, in every process."""
    return sum(ord(letter) * 31**place for place, letter in enumerate(name))


def poisson(rng: Random, mean: float) -> int:
    """A random count with a Poisson distribution of this mean."""
    count, waited = 0, rng.expovariate(1)
    while waited < mean:
        count, waited = count + 1, waited + rng.expovariate(1)
    return count
