"""Ledgers on the boundaries of the rules, and an instant beside them."""

from datetime import timedelta

from tests.queries.oracles.ledger import Bought, Ledgers, Line, Person
from tests.queries.oracles.ledgers import HOUR, INSTANT
from tests.support.given import DAY, NOW


def full_weeks() -> Ledgers:
    """Three weeks above the cap of a day; each line is at the very end or beginning of a day in China."""
    ends = (16 * HOUR - INSTANT, 16 * HOUR)
    times = [NOW - day * DAY + end for day in range(21) for end in ends]
    people = {
        name: Person(name, NOW - 400 * DAY, frozenset()) for name in ["p0", *map(str, range(len(times)))]
    }
    orders = {f"o{n}": Bought(f"o{n}", str(n), "shop0", when - 8 * DAY) for n, when in enumerate(times)}
    lines = [Line(f"buy:o{n}", "p0", "friend_purchase", 70, when, f"o{n}") for n, when in enumerate(times)]
    return Ledgers(people, orders, lines)


def exact_windows() -> Ledgers:
    """Lines exactly at the end of the rules' windows, or an instant beside it."""
    people, orders, lines = {"p0": Person("p0", NOW - 400 * DAY, frozenset())}, {}, []
    for number, beside in enumerate((timedelta(0), -INSTANT, INSTANT)):
        friend, last = f"p{number + 1}", NOW - number * 7 * DAY
        people[friend] = Person(friend, NOW - 400 * DAY, frozenset())
        edge = last - 90 * DAY + beside
        mine, theirs = ("p0", friend), (friend, "p0")
        sales = ((mine, last), (mine, last - DAY), (theirs, last - 5 * DAY), (theirs, edge))
        for step, ((sharer, buyer), when) in enumerate(sales):
            name = f"o{number}{step}"
            orders[name] = Bought(name, buyer, "shop0", when - 8 * DAY)
            lines.append(Line(f"buy:{name}", sharer, "friend_purchase", 30, when, name))
        for step, when in enumerate((last, last - 30 * DAY + beside)):
            lines.append(Line(f"pub:{number}{step}", "p0", "publish", 10, when, f"shop{number}"))
    return Ledgers(people, orders, lines)


def young_buyers() -> Ledgers:
    """Buyers with an account exactly as old as the rules require, or with another order just in time."""
    people, orders, lines = {"p0": Person("p0", NOW - 400 * DAY, frozenset())}, {}, []
    for number, beside in enumerate((timedelta(0), -INSTANT, INSTANT)):
        for name, created, other in (
            (f"old{number}", NOW - 27 * DAY + beside, None),
            (f"new{number}", NOW - 21 * DAY, NOW - 10 * DAY + beside),
        ):
            people[name] = Person(name, created, frozenset())
            orders[name] = Bought(name, name, "shop0", NOW - 20 * DAY)
            lines.append(Line(f"buy:{name}", "p0", "friend_purchase", 30, NOW - 10 * DAY, name))
            if other:
                orders[f"{name}-other"] = Bought(f"{name}-other", name, "shop0", other)
    return Ledgers(people, orders, lines)
