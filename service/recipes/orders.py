"""Order exports of platforms, converted to request bodies that import shops, products and orders.

The recipe reads nothing of the buyer but the platform's own id. It joins the lines of one order that agree:
it adds the amounts of the parts, and takes the dearest part as the product. It rejects lines that disagree.
"""

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from service.recipes import order_facts, order_lines
from service.recipes.bodies import Bodies
from service.recipes.order_exports import CANCELLED, COMPLETED, EXPORTS, PAID
from service.recipes.order_facts import LONGEST_PRODUCT, LONGEST_SHOP, Given, Order
from service.recipes.order_lines import Line
from service.recipes.rejects import Rejects
from service.recipes.seed_folder import Unfit

STRONGEST = (CANCELLED, PAID, COMPLETED)  # the last of these decides if the parts of an order differ


@dataclass
class Orders:
    """Reads exports of one platform; `end` writes the orders; `notes` counts remarks for the operator."""

    given: Given
    out: Bodies
    rejects: Rejects
    notes: Counter[str] = field(default_factory=Counter)
    _orders: dict[str, Order] = field(default_factory=dict)
    _known: set[tuple[str, str]] = field(default_factory=set)

    def read(self, path: Path) -> None:
        """Read one file; raises BadSource when it is not an export of the platform."""
        given = {name for name in ("shop", "buyer") if getattr(self.given, name)}
        for line in order_lines.read(path, EXPORTS[self.given.platform], given, self.rejects):
            try:
                self._take(line)
            except Unfit as error:
                self.rejects.add(line.place, error.why, error.column)

    def end(self) -> None:
        """Write the orders, and the last file of each kind."""
        for order in self._orders.values():
            try:
                self.out.write("orders", _plain(order.row))
            except Unfit as error:
                self.rejects.add(order.place, error.why, error.column)
        self.out.end()

    def _take(self, line: Line) -> None:
        order = order_facts.order(line, self.given)
        self._things(line, order.row)
        first = self._orders.setdefault(order.row["order_id"], order)
        if first is order:
            return
        if fault := _disagreement(first, order):
            self.rejects.add(order.place, fault)
        elif first.state != order.state:
            weak, strong = sorted((first, order), key=lambda each: STRONGEST.index(each.state))
            self._orders[order.row["order_id"]] = strong
            self.rejects.add(weak.place, "belongs to an order with a part in a later state")
        else:
            self.notes["lines were joined to another line of their order"] += 1
            _join(first, order)

    def _things(self, line: Line, order: dict[str, Any]) -> None:
        """Write the shop and the product at the first line that names them."""
        shop, product = order["shop"], order["product"]
        price = line.fen("price")
        about = {
            "shop": shop["external_id"],
            "category": self.given.category(product["name"]),
            "price_fen": order["paid_fen"] if price is None else price,
        }
        if self._write("shops", {"platform": order["platform"], **shop}):
            self._note(line, "shop", LONGEST_SHOP)
        if self._write("products", {"platform": order["platform"], **product, **about}):
            self._note(line, "product", LONGEST_PRODUCT)

    def _write(self, kind: str, thing: dict[str, Any]) -> bool:
        """Write a shop or a product and return True; False when it was written before."""
        key = (kind, thing["external_id"])
        if key in self._known:
            return False
        self.out.write(kind, thing)
        self._known.add(key)
        return True

    def _note(self, line: Line, what: str, longest: int) -> None:
        if len(line.text(what)) > longest:
            self.notes[f"{what}s have their names cut to {longest} characters"] += 1
        if not line.identifier(f"{what}_id") and line.text(what):
            self.notes[f"{what}s have their names as ids, because no column holds ids"] += 1


def _disagreement(first: Order, other: Order) -> str | None:
    """The reason why a line cannot belong to the order it names, or None."""
    for name, word in (("external_user_id", "buyer"), ("shop", "shop")):
        if first.row[name] != other.row[name]:
            return f"has another {word} than an earlier line of its order"
    if first.parts & other.parts:
        return "repeats an earlier line"
    if not first.parts and first.row["paid_fen"] != other.row["paid_fen"]:
        return "has another amount than an earlier line of its order"
    return None


def _join(first: Order, other: Order) -> None:
    """Add the part `other` to its order; a line that only repeats the order's amounts adds nothing."""
    if not other.parts:
        return
    first.parts |= other.parts
    if other.dearest > first.dearest:
        first.dearest, first.row["product"] = other.dearest, other.row["product"]
    for name, value in other.row.items():
        if name in {"paid_fen", "refunded_fen"}:
            first.row[name] = first.row.get(name, 0) + value
        elif isinstance(value, datetime):
            first.row[name] = max(value, first.row.get(name, value))


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """The row with its instants as text, as the API reads them."""
    return {name: _iso(value) if isinstance(value, datetime) else value for name, value in row.items()}


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
