"""Giveaways: proposals, public views, and proofs of a draw."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.api.schemas import Id, Input, Instant, Int, Output, PageQuery, Text

PROFILES = ("standard", "strict")
MODES = ("commit", "beacon")
STATUSES = ("proposed", "rejected", "scheduled", "open", "closed", "drawn", "void")
PRIZES_MOST = 1000
ROUND = ("beacon_source", "beacon_round", "beacon_at")
HEX = validate.Regexp(r"^([0-9a-f]{2})+$(?!\n)", error="Not lower-case hexadecimal.")


def hexadecimal(**options: Any) -> fields.String:
    """Bytes as lower-case hex digits."""
    return fields.String(validate=HEX, **options)


class Proposal(Input):
    """A giveaway to review: the prize, its quantity, its sponsor and its times.

    Profile `standard` weighs entrants by level; `strict` weighs all alike. Mode `commit` draws from a secret
    whose hash is published at opening. Mode `beacon` draws from the value of a public beacon in a later
    round, named now (`beacon_source`, `beacon_round`, `beacon_at`: not before the close).
    """

    title = Text(2, 80, required=True)
    prize = Text(2, 500, required=True)
    value_fen = Int(1, required=True, metadata={"description": "of one prize"})
    currency = fields.String(load_default="CNY", validate=validate.OneOf(("CNY",)))
    quantity = Int(1, PRIZES_MOST, required=True)
    sponsor = Text(1, 120, required=True)
    profile = fields.String(load_default="standard", validate=validate.OneOf(PROFILES))
    mode = fields.String(load_default="commit", validate=validate.OneOf(MODES))
    beacon_source = Text(2, 200, load_default=None, allow_none=True)
    beacon_round = Text(1, 80, load_default=None, allow_none=True)
    beacon_at = Instant(load_default=None, allow_none=True)
    opens_at = Instant(required=True)
    closes_at = Instant(required=True)
    reveal_by = Instant(required=True)

    @validates_schema
    def _in_order(self, data: dict[str, Any], **_: object) -> None:
        if not data["opens_at"] < data["closes_at"] < data["reveal_by"]:
            raise ValidationError("It opens, closes, and is revealed, in this order.", "closes_at")
        given = [data[name] is not None for name in ROUND]
        if any(given) != (data["mode"] == "beacon") or any(given) != all(given):
            raise ValidationError("A beacon needs all three fields, a commitment none of them.", ROUND[0])
        if data["beacon_at"] and not data["closes_at"] <= data["beacon_at"] < data["reveal_by"]:
            raise ValidationError("The round comes between close and reveal.", "beacon_at")


class GiveawaysQuery(PageQuery):
    """A status of giveaways; all by default."""

    status = fields.String(load_default=None, validate=validate.OneOf(STATUSES))


class Beacon(Output):
    """The round that decides a draw; `value` is null until it is known."""

    source = fields.String(required=True)
    round = fields.String(required=True)
    at = Instant(required=True)
    value = hexadecimal(required=True, allow_none=True)


class Giveaway(Output):
    """A giveaway in its current state. `odds` is the weight of each level from 0; `value_fen` is per prize.

    Note `rules_hash` when you enter and `root` after the close: the draw must match both.
    """

    id = Id(required=True)
    title = fields.String(required=True)
    prize = fields.String(required=True)
    value_fen = Int(required=True)
    currency = fields.String(required=True)
    quantity = Int(required=True)
    sponsor = fields.String(required=True)
    profile = fields.String(required=True, validate=validate.OneOf(PROFILES))
    mode = fields.String(required=True, validate=validate.OneOf(MODES))
    beacon = fields.Nested(Beacon, required=True, allow_none=True)
    opens_at = Instant(required=True)
    closes_at = Instant(required=True)
    reveal_by = Instant(required=True)
    odds = fields.List(Int(), required=True)
    account_days = Int(required=True)
    winner_days = Int(required=True)
    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    void_reason = fields.String(required=True, allow_none=True)
    rules_hash = hexadecimal(required=True)
    commitment = hexadecimal(required=True, allow_none=True)
    entrants = Int(required=True)
    total_weight = Int(required=True, allow_none=True, metadata={"description": "null before the close"})
    root = hexadecimal(required=True, allow_none=True)
    closed_at = Instant(required=True, allow_none=True)
    drawn_at = Instant(required=True, allow_none=True)
    mine = fields.Boolean(required=True, metadata={"description": "I proposed it"})
    entered = fields.Boolean(required=True)


class GiveawayPage(Output):
    """Giveaways, latest opening first."""

    items = fields.List(fields.Nested(Giveaway), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Odds(Output):
    """My chance of a prize among the entrants so far, me included.

    It is exact with a `fraction` or equal bounds; otherwise it lies between the bounds (in millionths).
    `weight` is mine: the current one until the close, then the final one.
    """

    weight = Int(required=True)
    total_weight = Int(required=True)
    fraction = fields.String(required=True, allow_none=True)
    at_least_ppm = Int(0, 1_000_000, required=True)
    at_most_ppm = Int(0, 1_000_000, required=True)


class Entry(Output):
    """My entry. Note `pseudonym` and `nonce`: with them you find yourself in the published draw.

    `place` is the rank in the draw. The first `quantity` win; the next in rank follows when one passes.
    """

    pseudonym = hexadecimal(required=True)
    nonce = hexadecimal(required=True)
    entered_at = Instant(required=True)
    level = Int(required=True, allow_none=True)
    weight = Int(required=True, allow_none=True)
    place = Int(required=True, allow_none=True)
    won_at = Instant(required=True, allow_none=True)
    passed_at = Instant(required=True, allow_none=True)
    left_out = fields.String(
        required=True, allow_none=True, validate=validate.OneOf(("inactive", "connected", None))
    )


class GiveawayDetail(Giveaway):
    """A giveaway with my chance in it and my entry, if I have entered."""

    chance = fields.Nested(Odds, required=True)
    entry = fields.Nested(Entry, required=True, allow_none=True)


class Proof(Output):
    """A Merkle audit path (RFC 6962, 2.1.1) from the leaf `pseudonym:weight:nonce` to the published root."""

    pseudonym = hexadecimal(required=True)
    weight = Int(1, required=True)
    nonce = hexadecimal(required=True)
    index = Int(required=True)
    size = Int(1, required=True)
    path = fields.List(hexadecimal(), required=True)
    root = hexadecimal(required=True)
