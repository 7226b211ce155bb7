"""Creators to follow: input and output."""

from marshmallow import fields, validate

from service.api.schemas import Id, Instant, Output, PageQuery
from service.api.schemas.people import PersonCard
from service.api.schemas.wishes import CategoryLine


class CreatorQuery(PageQuery):
    """Only creators with a public share in the category of this id."""

    category = Id(load_default=None)


class Creator(PersonCard):
    """A creator with the number of public shares now and the categories of most of them."""

    categories = fields.List(fields.Nested(CategoryLine), required=True, validate=validate.Length(max=3))
    shares = fields.Integer(required=True)
    last_published_at = Instant(required=True)


class CreatorPage(Output):
    """Creators, latest public share first."""

    items = fields.List(fields.Nested(Creator), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
