"""The order in one line of an order export."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from service.recipes import cells
from service.recipes.order_exports import (
    CANCELLED,
    COMPLETED,
    EXPORTS,
    GIVEN_BACK,
    PAID,
    REFUNDED,
    UNPAID,
)
from service.recipes.order_lines import Line
from service.recipes.rejects import Place

LONGEST_SHOP, LONGEST_PRODUCT = 80, 120
INSTANTS = ("ordered_at", "paid_at", "completed_at", "cancelled_at", "refunded_at")


@dataclass(frozen=True)
class Given:
    """The operator's input besides the file: the platform, the time, and values for missing columns."""

    platform: str
    now: datetime
    category: Callable[[str], str]
    shop: tuple[str, str] | None = None
    buyer: str | None = None


@dataclass
class Order:
    """An order from the lines read so far: a row for the admin route, and the facts that joining needs."""

    place: Place
    row: dict[str, Any]
    state: str
    dearest: int
    parts: set[str]


def order(line: Line, given: Given) -> Order:
    """The order in this line; raises Unfit when the line cannot be used."""
    for name in INSTANTS:
        if (at := line.at(name)) and at > given.now:
            raise line.unfit(name, "is in the future")
    state = _state(line, given)
    paid = _paid(line)
    row = {
        "platform": given.platform,
        "order_id": line.order_id(),
        "external_user_id": _buyer(line, given),
        "shop": _shop(line, given),
        "product": _product(line),
        "paid_fen": paid,
    }
    state, outcome = _outcome(line, state, paid)
    part = line.text("part")
    return Order(line.place, row | outcome, state, paid, {part} if part else set())


def _state(line: Line, given: Given) -> str:
    states = {cells.folded(state): meaning for state, meaning in EXPORTS[given.platform].states.items()}
    meaning = states.get(cells.folded(line.text("state")))
    if meaning is None:
        raise line.unfit("state", "is a state that this recipe does not know")
    if meaning == UNPAID:
        raise line.unfit("state", "belongs to an unpaid order")
    return meaning


def _paid(line: Line) -> int:
    paid = line.fen("paid")
    if paid is None or paid < 0:
        raise line.unfit("paid", "is empty" if paid is None else "is below zero")
    return paid


def _outcome(line: Line, meaning: str, paid: int) -> tuple[str, dict[str, Any]]:
    """The final state, and the instants and the refund for the route."""
    begun, completed = line.at("paid_at", "ordered_at"), line.at("completed_at")
    refunded = abs(line.fen("refunded") or 0)
    if begun is None:
        raise line.unfit("ordered_at", "is empty")
    if completed and completed < begun:
        raise line.unfit("completed_at", "is before the order was paid")
    if refunded > paid:
        raise line.unfit("refunded", "is more than was paid")
    if meaning == PAID:
        return PAID, {"verified_at": begun}
    if meaning == CANCELLED or (meaning == REFUNDED and not completed):
        return CANCELLED, {"verified_at": begun, "cancelled_at": _ended(line, paid, completed or begun)}
    if not completed:
        raise line.unfit("completed_at", "is empty, but the order is completed")
    times = {"verified_at": begun, "completed_at": completed}
    whole = meaning == REFUNDED or line.text("after") in GIVEN_BACK
    return COMPLETED, times | (_refund(line, refunded or paid, completed) if refunded or whole else {})


def _ended(line: Line, paid: int, last: datetime) -> datetime:
    """The end of a paid order. Most exports have no such column, so `last` stands in for it."""
    if paid == 0 or ("paid_at" in line.names and not line.text("paid_at")):
        raise line.unfit("state", "belongs to an unpaid order")
    return line.at("cancelled_at", "refunded_at") or last


def _refund(line: Line, refunded: int, completed: datetime) -> dict[str, Any]:
    """The refund, with the export's instant, or else that of the completion."""
    return {"refunded_at": line.at("refunded_at") or completed, "refunded_fen": refunded}


def _buyer(line: Line, given: Given) -> str:
    """The platform's own id of the buyer, never a name, a phone number or an address."""
    buyer = line.text("buyer") or given.buyer
    if not buyer:
        raise line.unfit("buyer", "is empty")
    if "*" in buyer:
        raise line.unfit("buyer", "is masked, so it identifies nobody")
    if kind := cells.reaches_people(buyer):
        raise line.unfit("buyer", f"holds {kind}, which are not accepted")
    return buyer


def _shop(line: Line, given: Given) -> dict[str, str]:
    key, name = line.identifier("shop_id"), line.text("shop")[:LONGEST_SHOP].strip()
    if key or name:
        return {"external_id": key or f"name:{name}", "name": name or key}
    if not given.shop:
        raise line.unfit("shop", "is empty")
    return {"external_id": given.shop[0], "name": given.shop[1]}


def _product(line: Line) -> dict[str, str]:
    name = line.text("product")[:LONGEST_PRODUCT].strip()
    if not name:
        raise line.unfit("product", "is empty")
    by_name = f"name:{hashlib.sha256(name.encode()).hexdigest()[:16]}"
    return {"external_id": line.identifier("product_id") or by_name, "name": name}
