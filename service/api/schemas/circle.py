"""What the circle takes and gives."""

from marshmallow import fields, validate

from service.api.schemas import MAX_LIMIT, Id, Input, Instant, Int, Output, PageQuery, QueryInt
from service.api.schemas.shares import ShareCard

# A ranked feed's cursor names what was shown, so that nothing is shown twice or never.
CURSOR_MOST = 16_000


class FeedQuery(PageQuery):
    """How to narrow the feed; `min_discount` is in fen, by the most a coupon can take off."""

    cursor = fields.String(load_default=None, validate=validate.Length(1, CURSOR_MOST))
    sort = fields.String(load_default="recent", validate=validate.OneOf(["recent", "ranked"]))
    platform = Id(load_default=None)
    category = Id(load_default=None)
    degree = QueryInt(1, 2, load_default=None)
    min_discount = QueryInt(load_default=None)
    expiring = fields.Boolean(load_default=False)
    include_exhausted = fields.Boolean(load_default=False)


class Verdicts(Output):
    """How many of those who bought with it said what; told from five on."""

    as_described = Int(required=True)
    of = Int(required=True)


class Why(Output):
    """Why a share is here: the parts of the published formula, and sentences in the reader's language."""

    score = fields.Float(required=True)
    proximity = fields.Float(required=True)
    quality = fields.Float(required=True)
    freshness = fields.Float(required=True)
    expiring = fields.Float(required=True)
    lowered = fields.Float(required=True)
    sent = fields.Boolean(required=True)
    verdicts = fields.Nested(Verdicts, required=True, allow_none=True)
    text = fields.List(fields.String(), required=True)


class FeedCard(ShareCard):
    """A share in the feed; `why` only when ranked."""

    why = fields.Nested(Why)


class FeedPage(Output):
    """One page of cards: newest first, or ranked.

    A ranked page holds at most twenty cards, and fewer when the limits of one person or shop leave no
    other; `next_cursor` tells whether there is more. `cut` says that older shares were not looked at.
    """

    items = fields.List(fields.Nested(FeedCard), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    as_of = Instant(metadata={"description": "ranked: the instant whose values count, on every page"})
    cut = fields.Boolean()


class Part(Output):
    """One part of the formula in both languages."""

    name = fields.String(required=True)
    en = fields.String(required=True)
    zh = fields.String(required=True)


class Formula(Output):
    """The formula of the ranked feed, what each part means, and every number of it."""

    formula = fields.String(required=True)
    parts = fields.List(fields.Nested(Part), required=True)
    numbers = fields.Dict(keys=fields.String(), values=Int(), required=True)


class Seen(Input):
    """Shares that were on the screen, and those that were opened."""

    shares = fields.List(Id(), required=True, validate=validate.Length(0, MAX_LIMIT))
    opened = fields.List(Id(), load_default=list, validate=validate.Length(0, MAX_LIMIT))
