"""The feed of the circle: input and output."""

from datetime import timedelta

from marshmallow import fields, validate

from service.api.schemas import MAX_LIMIT, Id, Input, Instant, Int, Output, PageQuery, QueryInt
from service.api.schemas.shares import ShareCard

# The cursor of a ranked feed lists the shown shares, so that no share shows twice or never.
CURSOR_MOST = 16_000
# What `expiring` means: the share can be claimed for less than this.
EXPIRING = timedelta(hours=48)


class FeedQuery(PageQuery):
    """Filters of the feed. `min_discount` is in fen and compares the largest possible discount."""

    cursor = fields.String(load_default=None, validate=validate.Length(1, CURSOR_MOST))
    sort = fields.String(load_default="recent", validate=validate.OneOf(["recent", "ranked"]))
    platform = Id(load_default=None)
    category = Id(load_default=None)
    degree = QueryInt(1, 2, load_default=None)
    min_discount = QueryInt(load_default=None)
    expiring = fields.Boolean(load_default=False)
    include_exhausted = fields.Boolean(load_default=False)


class Verdicts(Output):
    """The verdicts of buyers; shown from five on."""

    as_described = Int(required=True)
    of = Int(required=True)


class Why(Output):
    """The reasons for a share's place: the parts of the formula, and sentences in the reader's language."""

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
    """A share in the feed. It has `why` only in the ranked feed."""

    why = fields.Nested(Why)


class FeedPage(Output):
    """One page of cards: newest first, or ranked.

    A ranked page holds at most twenty cards, fewer when the limits per person or shop leave no other.
    `next_cursor` says whether there are more. `cut` says that the ranking did not consider older shares.
    """

    items = fields.List(fields.Nested(FeedCard), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    as_of = Instant(metadata={"description": "ranked: the instant of the values, the same on every page"})
    cut = fields.Boolean()


class Part(Output):
    """One part of the formula in both languages."""

    name = fields.String(required=True)
    en = fields.String(required=True)
    zh = fields.String(required=True)


class Formula(Output):
    """The formula of the ranked feed, its parts explained, and all its numbers."""

    formula = fields.String(required=True)
    parts = fields.List(fields.Nested(Part), required=True)
    numbers = fields.Dict(keys=fields.String(), values=Int(), required=True)


class Seen(Input):
    """Shares that were on the screen, and shares that were opened."""

    shares = fields.List(Id(), required=True, validate=validate.Length(0, MAX_LIMIT))
    opened = fields.List(Id(), load_default=list, validate=validate.Length(0, MAX_LIMIT))
