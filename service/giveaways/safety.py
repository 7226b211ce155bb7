"""Whether fake entries pay: the cost of one more fake account against its expected prize."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import ceil

from service.giveaways.odds import chance
from service.graph.client import Row


def check(giveaway: Row, costs: Sequence[Row], entered: Mapping[int, int], able: Mapping[int, int]) -> Row:
    """A line per level with `cost_fen`, `gain_fen` and whether it `pays`, and the basis of the numbers.

    `entered` and `able` count people by weight: those in the giveaway, and those who may enter. The rivals
    are the entered people, or before the first entry an assumed part of the able. `gain_fen` is an upper
    bound: the prize's value times the greatest chance of one more entry.
    """
    assumed = costs[0]
    turnout = {weight: count * assumed["turnout_percent"] // 100 for weight, count in able.items()}
    rivals = entered or turnout
    fakes = [_fake(giveaway, cost, rivals) for cost in costs]
    if giveaway["profile"] == "strict":
        fakes = fakes[:1]  # a higher level weighs no more
    return {
        "fakes": fakes,
        "pays": any(fake["pays"] for fake in fakes),
        "basis": "entered" if entered else "assumed",
        "rivals": sum(rivals.values()),
        "rivals_weight": sum(weight * count for weight, count in rivals.items()),
        "able": sum(able.values()),
        **{name: assumed[name] for name in ("account_fen", "order_fen", "lost_percent", "turnout_percent")},
    }


def _fake(giveaway: Row, cost: Row, rivals: Mapping[int, int]) -> Row:
    weight = giveaway["odds"][cost["level"]]
    lost = Fraction(cost["orders"] * cost["order_fen"] * cost["lost_percent"], 100)
    cost_fen = int(cost["accounts"] * cost["account_fen"] + lost)
    gain_fen = ceil(giveaway["value_fen"] * chance(weight, rivals, giveaway["quantity"])[1])
    return {
        "level": cost["level"],
        "weight": weight,
        "accounts": cost["accounts"],
        "orders": cost["orders"],
        "cost_fen": cost_fen,
        "gain_fen": gain_fen,
        "pays": gain_fen > cost_fen,
    }
