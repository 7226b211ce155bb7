"""Experience and levels: output."""

from marshmallow import fields, validate

from service.api.schemas import Output

FACTORS = ("pair", "recip", "indep", "relation", "repeat", "purchase")


class LevelLine(Output):
    """The conditions of a level: a score, and the number of different buyers, shops and days behind it."""

    rank = fields.Integer(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    score = fields.Integer(required=True)
    buyers = fields.Integer(required=True)
    shops = fields.Integer(required=True)
    active_days = fields.Integer(required=True)


class Level(LevelLine):
    """A level and its benefits: copies per coupon, direct sends and chat requests a day, draw weight."""

    quota = fields.Integer(required=True)
    direct_sends = fields.Integer(required=True)
    chat_requests = fields.Integer(required=True)
    video_seconds = fields.Integer(required=True)
    draw_weight = fields.Integer(required=True)


class MyLevelNow(Level):
    """My level, and my further rights."""

    open_claims = fields.Integer(required=True)
    proposes_giveaways = fields.Boolean(required=True)


class Step(Output):
    """A missing honest act and its number; `text` says it in the reader's language."""

    act = fields.String(
        required=True, validate=validate.OneOf(["new_buyers", "new_shops", "active_days", "points"])
    )
    missing = fields.Integer(required=True)
    text = fields.String(required=True)


class Move(Output):
    """A move of my level. Without `at` it is notice of a move down, unless cancelled."""

    to = fields.Integer(required=True)
    at = fields.AwareDateTime(required=True, allow_none=True)
    reason = fields.String(required=True, validate=validate.OneOf(["earned", "low_score"]))
    noticed_at = fields.AwareDateTime(required=True, allow_none=True)
    cancelled_at = fields.AwareDateTime(required=True, allow_none=True)


Move._declared_fields["from"] = fields.Integer(required=True)


class MyLevel(Output):
    """My level: all my experience, and the score of the last 180 days with its conditions.

    `next` is null at the top. `falls_at` is the instant my level falls if the score stays this low.
    """

    level = fields.Nested(MyLevelNow, required=True)
    xp = fields.Integer(required=True)
    score = fields.Integer(required=True)
    buyers = fields.Integer(required=True)
    shops = fields.Integer(required=True)
    active_days = fields.Integer(required=True)
    next = fields.Nested(LevelLine, required=True, allow_none=True)
    steps = fields.List(fields.Nested(Step), required=True)
    falls_at = fields.AwareDateTime(required=True, allow_none=True)
    moves = fields.List(fields.Nested(Move), required=True)


class Factor(Output):
    """A factor of a line: a fraction such as "1/2", with the cause when it is below 1."""

    name = fields.String(required=True, validate=validate.OneOf(FACTORS))
    value = fields.String(required=True)
    cause = fields.String(required=True, allow_none=True)
    text = fields.String(required=True, allow_none=True)


class Cap(Output):
    """A cap and how much it took from a line."""

    name = fields.String(required=True, validate=validate.OneOf(["kind", "day", "week"]))
    cut = fields.Integer(required=True)
    cause = fields.String(required=True)
    text = fields.String(required=True)


class Line(Output):
    """A line of my ledger: `raw` times the factors is `points`; less the caps it is `effective`.

    `expected` is what a pending line will count. Days are days in China. Friends' purchases show a day
    later, without the buyer or the product. `void_note` is the reason of the moderator who voided the line.
    """

    id = fields.String(required=True)
    kind = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    raw = fields.Integer(required=True)
    state = fields.String(required=True, validate=validate.OneOf(["pending", "matured", "voided"]))
    occurred_on = fields.Date(required=True)
    matures_on = fields.Date(required=True, allow_none=True)
    voided_on = fields.Date(required=True, allow_none=True)
    void_reason = fields.String(required=True, allow_none=True)
    void_text = fields.String(required=True, allow_none=True)
    void_note = fields.String(required=True, allow_none=True)
    share_id = fields.String(required=True, allow_none=True)
    factors = fields.List(fields.Nested(Factor), required=True)
    points = fields.Integer(required=True)
    caps = fields.List(fields.Nested(Cap), required=True)
    effective = fields.Integer(required=True)
    expected = fields.Integer(required=True, allow_none=True)


class LinePage(Output):
    """Lines, the latest to mature first."""

    items = fields.List(fields.Nested(Line), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Kind(Output):
    """A kind of line: its worth (less from followers, more with pictures), and its limit per day."""

    kind = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    raw = fields.Integer(required=True)
    raw_follow = fields.Integer(required=True, allow_none=True)
    bonus = fields.Integer(required=True, allow_none=True)
    per_day = fields.Integer(required=True)


class Rule(Output):
    """A rule in both languages."""

    name = fields.String(required=True)
    en = fields.String(required=True)
    zh = fields.String(required=True)


class Published(Output):
    """The rules, the same for everyone."""

    levels = fields.List(fields.Nested(Level), required=True)
    kinds = fields.List(fields.Nested(Kind), required=True)
    rules = fields.List(fields.Nested(Rule), required=True)
