"""Wishes: input and output."""

from typing import Any

from marshmallow import ValidationError, fields, post_load, validate, validates_schema

from service.actions.wishes import pattern
from service.api.schemas import Id, Input, Instant, Int, Output, Text
from service.api.schemas.orders import Currency, Fen
from service.api.schemas.photos import shown
from service.api.schemas.publications import CONS_MOST, DAYS_MOST, NOTE, Gifted
from service.api.schemas.shares import AUDIENCES, Publisher, ShopLine

TEXT = (2, 100)
STATUSES = ("open", "hidden", "closed", "expired")
DRAFT = ("coupon_id", "note", "cons", "used_for_days", "audience", "gifted", "photos")


class Wanted(Input):
    """A wish, in my own words or by category. It expires after two weeks at the latest."""

    text = Text(*TEXT, required=True)
    category = Id(load_default=None, allow_none=True)
    max_price_fen = Fen(load_default=None, allow_none=True)
    currency = Currency(load_default="CNY")
    expires_at = Instant(load_default=None, allow_none=True)

    @validates_schema
    def _means_something(self, data: dict[str, Any], **_: object) -> None:
        if data["category"] is None and pattern(data["text"]) is None:
            raise ValidationError("Name a thing, or choose a category.", "text")


class CategoryLine(Output):
    """A category in both languages."""

    id = Id(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)


class WishLine(Output):
    """A wish."""

    id = Id(required=True)
    text = fields.String(required=True)
    category = fields.Nested(CategoryLine, required=True, allow_none=True)
    max_price_fen = Int(required=True, allow_none=True)
    currency = fields.String(required=True)
    created_at = Instant(required=True)
    expires_at = Instant(required=True)


class WishAnswer(Output):
    """A share that answers my wish; read it at /v1/shares/{share_id}."""

    share_id = Id(required=True)
    answered_at = Instant(required=True)
    publisher = fields.Nested(Publisher, required=True)


class Wish(WishLine):
    """A wish of mine. Nothing shows whether the server has asked anyone."""

    status = fields.String(required=True, validate=validate.OneOf(STATUSES))
    closed_at = Instant(required=True, allow_none=True)
    answers = fields.List(fields.Nested(WishAnswer), required=True)


class WishPage(Output):
    """My wishes, newest first."""

    items = fields.List(fields.Nested(Wish), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Named(Output):
    """A product in one line; the name is null until its platform sends it."""

    id = Id(required=True)
    name = fields.String(required=True, allow_none=True)


class Fitting(Output):
    """A coupon of mine that would answer; `share_id` is its newest live share, null before publication."""

    id = Id(required=True)
    product = fields.Nested(Named, required=True)
    shop = fields.Nested(ShopLine, required=True)
    share_id = fields.String(required=True, allow_none=True)


class Match(WishLine):
    """A wish of my circle, without the person and without the degree."""

    line = fields.String(required=True, metadata={"description": "the question in words"})
    coupons = fields.List(fields.Nested(Fitting), required=True)


class MatchPage(Output):
    """Wishes that I could answer, newest first."""

    items = fields.List(fields.Nested(Match), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Answer(Input):
    """A live share of mine, or a coupon of mine with the note of its share.

    An audience of `direct` shows it only to the wisher.
    """

    share_id = Id(load_default=None, allow_none=True)
    coupon_id = Id(load_default=None, allow_none=True)
    note = Text(*NOTE, load_default=None, allow_none=True)
    cons = Text(1, CONS_MOST, load_default=None, allow_none=True)
    used_for_days = Int(0, DAYS_MOST, load_default=None, allow_none=True)
    audience = fields.String(load_default="circle", validate=validate.OneOf(AUDIENCES))
    gifted = Gifted()
    photos = shown(load_default=list)

    @validates_schema
    def _one_of_two(self, data: dict[str, Any], **_: object) -> None:
        if (data["share_id"] is None) == (data["coupon_id"] is None):
            raise ValidationError("Name a share, or else a coupon.", "share_id")
        if data["coupon_id"] is not None and data["note"] is None:
            raise ValidationError("A coupon is published with a note.", "note")

    @post_load
    def _parted(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """`{share_id, draft}`; one of them is null."""
        draft = {name: data[name] for name in DRAFT} if data["coupon_id"] else None
        return {"share_id": data["share_id"], "draft": draft}


class Answered(Output):
    """The answer, without the wisher."""

    wish_id = Id(required=True)
    share_id = Id(required=True)
    answered_at = Instant(required=True)
