"""For managers of a shop: input and output."""

import re
from collections.abc import Mapping
from typing import Any

from marshmallow import ValidationError, fields, validate, validates, validates_schema

from service.api.schemas import Id, Input, Instant, Int, Known, Output, Reason, Text
from service.api.schemas.orders import Currency, Fen

KINDS = ("fixed", "percent")
STATES = ("planned", "running", "ended")
STEPS = ("earned", "published", "claimed", "redeemed")
MOST_HEROES = 100
MOST_REPLY = 500
CONTACT = re.compile(
    r"\d{7,}|@|https?:|www\.|wechat|weixin|whatsapp|telegram|微信|薇信|加我|手机号", re.IGNORECASE
)


def flag(*, default: bool) -> fields.Boolean:
    """A JSON boolean: `true` or `false`, nothing else."""
    return fields.Boolean(load_default=default, truthy={True}, falsy={False})


class ProgramTerms(Input):
    """A shop's offer to sharers. `value` is fen if `fixed`, else percent; `heroes` are product ids."""

    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    value = Int(1, 10_000_000, required=True)
    max_off_fen = Fen(load_default=None, allow_none=True)
    min_spend_fen = Fen(load_default=0)
    currency = Currency(load_default="CNY")
    quota = Int(1, 1_000, required=True)
    claim_days = Int(1, 365, required=True)
    use_days = Int(1, 365, required=True)
    monthly_budget = Int(0, 1_000_000, load_default=None, allow_none=True)
    hero_only = flag(default=False)
    starts_at = Instant(load_default=None, allow_none=True)
    ends_at = Instant(load_default=None, allow_none=True)
    restore = flag(default=True)
    gifted = flag(default=False)
    heroes = fields.List(Id(), load_default=list, validate=validate.Length(0, MOST_HEROES))

    @validates_schema
    def _adds_up(self, data: Mapping[str, Any], **_: Any) -> None:
        if data["kind"] == "percent" and data["value"] > 100:
            raise ValidationError("At most 100 percent.", "value")
        if data["ends_at"] and data["starts_at"] and data["ends_at"] <= data["starts_at"]:
            raise ValidationError("After starts_at.", "ends_at")
        if data["hero_only"] and not data["heroes"]:
            raise ValidationError("Name at least one hero, or leave hero_only out.", "heroes")
        if len(set(data["heroes"])) < len(data["heroes"]):
            raise ValidationError("Each once.", "heroes")


class Program(Output):
    """A shop's offer to sharers, and its state."""

    id = fields.String(required=True)
    kind = fields.String(required=True, validate=validate.OneOf(KINDS))
    value = fields.Integer(required=True)
    max_off_fen = fields.Integer(required=True, allow_none=True)
    min_spend_fen = fields.Integer(required=True)
    currency = fields.String(required=True)
    quota = fields.Integer(required=True)
    claim_days = fields.Integer(required=True)
    use_days = fields.Integer(required=True)
    monthly_budget = fields.Integer(required=True, allow_none=True)
    hero_only = fields.Boolean(required=True)
    starts_at = Instant(required=True)
    ends_at = Instant(required=True, allow_none=True)
    restore = fields.Boolean(required=True)
    gifted = fields.Boolean(required=True)
    heroes = fields.List(fields.String(), required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))


class ShopName(Output):
    """A shop."""

    id = fields.String(required=True)
    name = fields.String(required=True)


class ShopProgram(Output):
    """A shop and its program."""

    shop = fields.Nested(ShopName, required=True)
    program = fields.Nested(Program, required=True, allow_none=True)
    version = fields.Integer(required=True, metadata={"description": "the ETag: the number of changes"})


class ManagedShop(ShopName):
    """A shop I manage, and the state of its program."""

    platform = fields.String(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))


class ManagedShopPage(Output):
    """Shops by name."""

    items = fields.List(fields.Nested(ManagedShop), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ShopProduct(Output):
    """A product of a shop; `hero` marks a hero of its program."""

    id = fields.String(required=True)
    name = fields.String(required=True)
    price_fen = fields.Integer(required=True)
    currency = fields.String(required=True)
    category = fields.String(required=True)
    hero = fields.Boolean(required=True)


class ShopProductPage(Output):
    """Products by name."""

    items = fields.List(fields.Nested(ShopProduct), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Appointment(Input):
    """A manager to appoint or remove, and the reason."""

    user = Id(required=True)
    reason = Reason()


class Managers(Output):
    """The managers of a shop."""

    items = fields.List(fields.Nested(Known), required=True)


class FunnelStep(Output):
    """The count of a step; null when too few people did it."""

    step = fields.String(required=True, validate=validate.OneOf(STEPS))
    count = fields.Integer(required=True, allow_none=True)


class Reply(Input):
    """The text of a shop's reply, without contact details."""

    text = Text(3, MOST_REPLY, required=True)

    @validates("text")
    def _leads_nowhere(self, text: str, **_: Any) -> None:
        if CONTACT.search(text):
            raise ValidationError("No phone numbers, addresses or links.")


class ShopOrders(Output):
    """Orders of the month and of the month before; `lift_percent` is the change."""

    before = fields.Integer(required=True, allow_none=True)
    month = fields.Integer(required=True, allow_none=True)
    lift_percent = fields.Integer(required=True, allow_none=True)


class ShopNotes(Output):
    """Notes in general; percentages stay between 10 and 90."""

    count = fields.Integer(required=True)
    length = fields.Integer(required=True)
    with_cons_percent = fields.Integer(required=True)
    edited_percent = fields.Integer(required=True)


class ShopVerdicts(Output):
    """Verdicts of buyers: the percentage “as described”, between 10 and 90."""

    count = fields.Integer(required=True)
    as_described_percent = fields.Integer(required=True)


class Insight(Output):
    """A shop's month in figures."""

    shop = fields.Nested(ShopName, required=True)
    since = Instant(required=True)
    until = Instant(required=True)
    funnel = fields.List(fields.Nested(FunnelStep), required=True)
    orders = fields.Nested(ShopOrders, required=True)
    notes = fields.Nested(ShopNotes, required=True, allow_none=True)
    verdicts = fields.Nested(ShopVerdicts, required=True, allow_none=True)
