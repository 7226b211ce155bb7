"""Orders in events and imports: input."""

from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.api.schemas import Input, Instant, Int, Text

CURRENCIES = ("CNY",)
MAX_FEN = 10**12


class External(Text):
    """An id at a platform: 1 to 100 printable characters."""

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
    """A shop with its id at the platform."""

    external_id = External(required=True)
    name = Text(1, 80)


class OrderProduct(Input):
    """A product with its id at the platform. The server ignores an unknown category."""

    external_id = External(required=True)
    name = Text(1, 120)
    category = External()


class Identifiers(Input):
    """A platform's ids of the device, payment and address of an order. The server stores only keyed hashes.

    Two people with the same id give each other no experience; their coupons work as usual.
    """

    device = External()
    payment = External()
    address = External()


class Order(Input):
    """An order. `refunded_fen` is the total refund so far; without it a refund is complete."""

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
    """An event of an order, and its instant."""

    occurred_at = Instant(required=True)
