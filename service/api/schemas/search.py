"""What a search of the circle takes and gives."""

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
    """What somebody types: any text, of bounded length and so many words at most."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validate=[validate.Length(1, LONGEST), _few_words], **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        return clean(super()._deserialize(value, attr, data, **options))


def _few_words(text: str) -> None:
    if len(words(text)) > MOST_WORDS:
        raise ValidationError(f"More than {MOST_WORDS} words.")


class SearchQuery(FeedQuery):
    """What to find, in any mixture of languages, and the feed's own filters."""

    q = Searched(required=True)
    sort = fields.String(load_default="relevance", validate=validate.OneOf(["relevance", "recent"]))


class Piece(Output):
    """A piece of a text, `hit` when it is what was searched for. Plain text: show it as text."""

    text = fields.String(required=True)
    hit = fields.Boolean(required=True)


class Highlight(Output):
    """A text of the card that has a word; its pieces in order, put together, are the text or a part of it."""

    field = fields.String(required=True, validate=validate.OneOf(FIELDS))
    pieces = fields.List(fields.Nested(Piece), required=True)


class SearchItem(ShareCard):
    """A card, and where it has the words."""

    highlights = fields.List(fields.Nested(Highlight), required=True)


class Help(Output):
    """What could help when nothing is found: `code` is stable, `text` in the reader's language.

    `path` is a route of this API that does it, or null.
    """

    code = fields.String(required=True)
    text = fields.String(required=True)
    path = fields.String(required=True, allow_none=True)


class SearchPage(Output):
    """One page of what was found.

    `words` is how the text was understood. `complete` is false when the circle shares more than a search
    reads: then only the newest were looked at. `help` is given when nothing was found.
    """

    items = fields.List(fields.Nested(SearchItem), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    words = fields.List(fields.String(), required=True)
    complete = fields.Boolean(required=True)
    help = fields.List(fields.Nested(Help), required=True)
