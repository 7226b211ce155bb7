"""Imports by an admin: input and output."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from service.api.schemas import Id, Input, Instant, Output, Reason, Text
from service.api.schemas.merchant import MOST_HEROES, ProgramTerms
from service.api.schemas.orders import Currency, External, Fen, Order

MAX_ROWS = 1_000


class OrderRow(Order):
    """An order in its current state. `verified_at` defaults to `completed_at`."""

    platform = Id(required=True)
    verified_at = Instant()
    completed_at = Instant()
    cancelled_at = Instant()
    refunded_at = Instant()

    @validates_schema
    def _has_happened(self, data: Mapping[str, Any], **_: Any) -> None:
        if not any(data.get(name) for name in ("verified_at", "completed_at", "cancelled_at")):
            raise ValidationError("verified_at, completed_at or cancelled_at is needed.", "verified_at")

    @post_load
    def _verified_too(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        return {"verified_at": data.get("completed_at"), **data}


class ShopRow(Input):
    """A shop with its id at the platform."""

    platform = Id(required=True)
    external_id = External(required=True)
    name = Text(1, 80, required=True)


class ProductRow(Input):
    """A product of a shop; `shop` is the shop's id at the platform."""

    platform = Id(required=True)
    external_id = External(required=True)
    shop = External(required=True)
    name = Text(1, 120, required=True)
    category = Id(required=True)
    price_fen = Fen(required=True)
    currency = Currency(load_default="CNY")


class ProgramRow(ProgramTerms):
    """A shop's program; `shop` and `heroes` are ids at the platform."""

    id = Id(required=True)
    platform = Id(required=True)
    shop = External(required=True)
    starts_at = Instant(required=True)
    heroes = fields.List(External(), load_default=list, validate=validate.Length(0, MOST_HEROES))


class Batch(Input):
    """Up to 1,000 rows of one kind, imported all or none, and the reason for the import."""

    key: tuple[str, ...] = ()
    reason = Reason()

    @validates_schema
    def _each_once(self, data: Mapping[str, Any], **_: Any) -> None:
        counted = Counter(tuple(row[name] for name in self.key) for row in data["rows"])
        twice = [" ".join(key) for key, times in counted.items() if times > 1]
        if twice:
            raise ValidationError(f"More than once: {', '.join(twice[:5])}.", "rows")


def _rows(row: type[Input]) -> fields.List[Any]:
    return fields.List(fields.Nested(row), required=True, validate=validate.Length(1, MAX_ROWS))


class Orders(Batch):
    """Orders."""

    key = ("platform", "order_id")
    rows = _rows(OrderRow)


class Shops(Batch):
    """Shops."""

    key = ("platform", "external_id")
    rows = _rows(ShopRow)


class Products(Batch):
    """Products."""

    key = ("platform", "external_id")
    rows = _rows(ProductRow)


class Programs(Batch):
    """Programs."""

    key = ("id",)
    rows = _rows(ProgramRow)


class Import(Output):
    """An import as the audit stores it."""

    id = fields.String(required=True)
    kind = fields.String(required=True)
    count = fields.Integer(required=True)
