"""What is told of orders, by an event or an import."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.api.schemas import Input, Instant, Int, Text

CURRENCIES = ("CNY",)
MAX_FEN = 10**12


class External(Text):
    """A platform's own id of something: 1 to 100 printable characters."""

    def __init__(self, **options: Any) -> None:
        super().__init__(1, 100, **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        text = super()._deserialize(value, attr, data, **options)
        if not text.isprintable():
            raise ValidationError("Printable characters only.")
        return text


class Fen(Int):
    """An amount in minor units."""

    def __init__(self, **options: Any) -> None:
        super().__init__(0, MAX_FEN, **options)


class Currency(fields.String):
    """The currency of an amount."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validate=validate.OneOf(CURRENCIES), **options)


class OrderShop(Input):
    """A shop as its platform knows it."""

    external_id = External(required=True)
    name = Text(1, 80)


class OrderProduct(Input):
    """A product as its platform knows it; an unknown category is passed over."""

    external_id = External(required=True)
    name = Text(1, 120)
    category = External()


class Identifiers(Input):
    """A platform's own ids of how an order was made; only keyed hashes are stored.

    Two people with the same one bring each other no experience; coupons work as for anybody.
    """

    device = External()
    payment = External()
    address = External()


class Order(Input):
    """An order. `refunded_fen` is what has been given back in all so far; without it, everything."""

    order_id = External(required=True)
    external_user_id = External(required=True)
    shop = fields.Nested(OrderShop, required=True)
    product = fields.Nested(OrderProduct, required=True)
    paid_fen = Fen(required=True)
    currency = Currency(load_default="CNY")
    claim_code = External()
    identifiers = fields.Nested(Identifiers, load_default=dict)
    refunded_fen = Fen()

    @validates_schema
    def _refund_fits(self, data: Mapping[str, Any], **_: Any) -> None:
        if data.get("refunded_fen", 0) > data.get("paid_fen", MAX_FEN):
            raise ValidationError("More than was paid.", "refunded_fen")


class OrderEvent(Order):
    """What an event tells of an order, and when that happened."""

    occurred_at = Instant(required=True)
