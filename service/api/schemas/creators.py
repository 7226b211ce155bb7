"""Creators as one finds them: in, a category; out, what following would bring."""

from marshmallow import fields, validate

from service.api.schemas import Id, Instant, Output, PageQuery
from service.api.schemas.people import PersonCard
from service.api.schemas.wishes import CategoryLine


class CreatorQuery(PageQuery):
    """Only those with a public share in this category, by its id."""

    category = Id(load_default=None)


class Creator(PersonCard):
    """A creator: how many public shares can be read now, and the categories of most of them."""

    categories = fields.List(fields.Nested(CategoryLine), required=True, validate=validate.Length(max=3))
    shares = fields.Integer(required=True)
    last_published_at = Instant(required=True)


class CreatorPage(Output):
    """Who shared last comes first."""

    items = fields.List(fields.Nested(Creator), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
