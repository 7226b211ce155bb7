"""A published draw, and the input and output of reviewers."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Int, Output, Reason
from service.api.schemas.giveaways import HEX, MODES, PRIZES_MOST, Beacon, Giveaway, hexadecimal


class Leaf(Output):
    """An entry of the draw, without its person."""

    pseudonym = hexadecimal(required=True)
    weight = Int(1, required=True)
    nonce = hexadecimal(required=True)


class Draw(Output):
    """Everything needed to repeat a draw; the script at /v1/giveaways/replay.py reads it unchanged.

    `rules` are the bytes whose SHA-256 is `rules_hash`; `earlier_rules` are the rules before an improvement.
    `seed` = SHA256(secret or beacon value || root). `winners` and `alternates` are pseudonyms in draw order;
    `passed` lists those who gave up their place. `replayed`: the server has just repeated it and agrees.
    """

    id = Id(required=True)
    mode = fields.String(required=True, validate=validate.OneOf(MODES))
    rules = fields.String(required=True)
    rules_hash = hexadecimal(required=True)
    earlier_rules = fields.List(fields.String(), required=True)
    commitment = hexadecimal(required=True, allow_none=True)
    secret = hexadecimal(required=True, allow_none=True)
    beacon = fields.Nested(Beacon, required=True, allow_none=True)
    closed_at = Instant(required=True)
    drawn_at = Instant(required=True)
    entrants = Int(required=True)
    total_weight = Int(required=True)
    root = hexadecimal(required=True)
    seed = hexadecimal(required=True)
    entries = fields.List(fields.Nested(Leaf), required=True)
    winners = fields.List(hexadecimal(), required=True)
    alternates = fields.List(hexadecimal(), required=True)
    passed = fields.List(hexadecimal(), required=True)
    replayed = fields.Boolean(required=True)


class GiveawayReason(Input):
    """The reason. The server stores it; the reason of a void is public."""

    reason = Reason()


class GiveawayReview(GiveawayReason):
    """Approve the proposal or reject it."""

    approve = fields.Boolean(required=True)


class BeaconValue(GiveawayReason):
    """The beacon value of the round in the rules: 16 to 128 bytes as hex digits."""

    value = fields.String(required=True, validate=validate.And(validate.Length(32, 256), HEX))


class Improvement(GiveawayReason):
    """More or better prizes; neither number may shrink."""

    quantity = Int(1, PRIZES_MOST, required=True)
    value_fen = Int(1, required=True)


class PassOver(GiveawayReason):
    """The entry whose place passes to the next in rank."""

    pseudonym = fields.String(required=True, validate=validate.And(validate.Length(64, 64), HEX))


class Fake(Output):
    """The least cost of a fake account of a level, and the most that it can expect to win."""

    level = Int(required=True)
    weight = Int(required=True)
    accounts = Int(required=True)
    orders = Int(required=True)
    cost_fen = Int(required=True)
    gain_fen = Int(required=True)
    pays = fields.Boolean(required=True)


class Safety(Output):
    """Whether a fake entry pays, and the assumptions behind it, also in words.

    `basis`: the rivals have `entered`, or they are `assumed` from the people who could enter.
    """

    fakes = fields.List(fields.Nested(Fake), required=True)
    pays = fields.Boolean(required=True)
    basis = fields.String(required=True, validate=validate.OneOf(("entered", "assumed")))
    rivals = Int(required=True)
    rivals_weight = Int(required=True)
    able = Int(required=True)
    account_fen = Int(required=True)
    order_fen = Int(required=True)
    lost_percent = Int(required=True)
    turnout_percent = Int(required=True)
    assumption = fields.String(required=True)


class Proposer(Output):
    """The proposer."""

    id = Id(required=True)
    display_name = fields.String(required=True)
    level = Int(required=True)


class GiveawayAct(Output):
    """One act of an admin, or of the deadline (without an actor)."""

    kind = fields.String(required=True)
    reason = fields.String(required=True)
    at = Instant(required=True)
    actor_id = fields.String(required=True, allow_none=True)


class Winner(Output):
    """A winner of a prize."""

    pseudonym = hexadecimal(required=True)
    place = Int(required=True)
    won_at = Instant(required=True)
    user_id = Id(required=True)
    display_name = fields.String(required=True)


class Dossier(Giveaway):
    """A giveaway for its reviewers."""

    proposer = fields.Nested(Proposer, required=True)
    safety = fields.Nested(Safety, required=True)
    actions = fields.List(fields.Nested(GiveawayAct), required=True)
    winners = fields.List(fields.Nested(Winner), required=True)
    left_out = Int(required=True)
