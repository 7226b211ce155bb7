"""A published draw, and what those who review giveaways send and see."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Int, Output, Reason
from service.api.schemas.giveaways import HEX, MODES, PRIZES_MOST, Beacon, Giveaway, hexadecimal


class Leaf(Output):
    """An entry as it was drawn, without who."""

    pseudonym = hexadecimal(required=True)
    weight = Int(1, required=True)
    nonce = hexadecimal(required=True)


class Draw(Output):
    """All that is needed to make a draw again; the script at /v1/giveaways/replay.py takes it as it is.

    `rules` are the bytes whose SHA-256 is `rules_hash`, `earlier_rules` those before a change for the better.
    `seed` = SHA256(secret or beacon value || root). `winners` and `alternates` are pseudonyms in the order
    drawn; `passed` names those who did not take their place. `replayed`: we have just made it again, alike.
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
    """Why; it is kept, and the reason of a void is public."""

    reason = Reason()


class GiveawayReview(GiveawayReason):
    """Let it open, or not."""

    approve = fields.Boolean(required=True)


class BeaconValue(GiveawayReason):
    """What the beacon gave out in the round of the rules: 16 to 128 bytes as hex digits."""

    value = fields.String(required=True, validate=validate.And(validate.Length(32, 256), HEX))


class Improvement(GiveawayReason):
    """More or better prizes; both are never less than before."""

    quantity = Int(1, PRIZES_MOST, required=True)
    value_fen = Int(1, required=True)


class PassOver(GiveawayReason):
    """Whose place passes to the next in rank."""

    pseudonym = fields.String(required=True, validate=validate.And(validate.Length(64, 64), HEX))


class Fake(Output):
    """What a fake account of a level costs at least, and what it can expect to win at most."""

    level = Int(required=True)
    weight = Int(required=True)
    accounts = Int(required=True)
    orders = Int(required=True)
    cost_fen = Int(required=True)
    gain_fen = Int(required=True)
    pays = fields.Boolean(required=True)


class Safety(Output):
    """Whether faking an entry pays, and the assumptions it stands on, also in words.

    `basis` says whether the rivals are those who have `entered` or `assumed` from those who could.
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
    """Who proposed it."""

    id = Id(required=True)
    display_name = fields.String(required=True)
    level = Int(required=True)


class GiveawayAct(Output):
    """One act of an admin, or of the deadline (no actor)."""

    kind = fields.String(required=True)
    reason = fields.String(required=True)
    at = Instant(required=True)
    actor_id = fields.String(required=True, allow_none=True)


class Winner(Output):
    """Whom a prize goes to."""

    pseudonym = hexadecimal(required=True)
    place = Int(required=True)
    won_at = Instant(required=True)
    user_id = Id(required=True)
    display_name = fields.String(required=True)


class Dossier(Giveaway):
    """A giveaway as its reviewers see it."""

    proposer = fields.Nested(Proposer, required=True)
    safety = fields.Nested(Safety, required=True)
    actions = fields.List(fields.Nested(GiveawayAct), required=True)
    winners = fields.List(fields.Nested(Winner), required=True)
    left_out = Int(required=True)
