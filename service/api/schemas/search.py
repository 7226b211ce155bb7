"""Search in the circle: input and output."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from service.api.schemas import Output, clean
from service.api.schemas.circle import FeedQuery
from service.api.schemas.shares import ShareCard
from service.circle.words import words

LONGEST = 100
MOST_WORDS = 16
FILTERS = ("platform", "category", "degree", "min_discount")
FIELDS = ("product", "note", "cons", "shop", "category", "platform")


class Searched(fields.String):
    """A search text of bounded length, with a limited number of words."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validate=[validate.Length(1, LONGEST), _few_words], **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        return clean(super()._deserialize(value, attr, data, **options))


def _few_words(text: str) -> None:
    if len(words(text)) > MOST_WORDS:
        raise ValidationError(f"More than {MOST_WORDS} words.")


class SearchQuery(FeedQuery):
    """The search text, in any mix of languages, and the filters of the feed."""

    q = Searched(required=True)
    sort = fields.String(load_default="relevance", validate=validate.OneOf(["relevance", "recent"]))


class Piece(Output):
    """A piece of a text; `hit` marks a match. It is plain text, never markup."""

    text = fields.String(required=True)
    hit = fields.Boolean(required=True)


class Highlight(Output):
    """A text of the card with a match. Its pieces in order form the text or a part of it."""

    field = fields.String(required=True, validate=validate.OneOf(FIELDS))
    pieces = fields.List(fields.Nested(Piece), required=True)


class SearchItem(ShareCard):
    """A card with its matches."""

    highlights = fields.List(fields.Nested(Highlight), required=True)


class Help(Output):
    """Advice for a search without results: `code` is stable, `text` is in the reader's language.

    `path` is the route of this API that follows the advice, or null.
    """

    code = fields.String(required=True)
    text = fields.String(required=True)
    path = fields.String(required=True, allow_none=True)


class SearchPage(Output):
    """One page of results.

    `words` are the words of the search text. `complete` is false when the circle has more shares than
    a search reads: then it read only the newest. `help` has advice when there are no results.
    """

    items = fields.List(fields.Nested(SearchItem), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    words = fields.List(fields.String(), required=True)
    complete = fields.Boolean(required=True)
    help = fields.List(fields.Nested(Help), required=True)
