"""Threads between two people about one share: input and output."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Int, Output, PageQuery, Text

TEXT = (1, 2000)
STATES = ("accepted", "requested", "declined", "left")


class Said(Input):
    """Plain text, never markup."""

    text = Text(*TEXT, required=True)


class UpTo(Input):
    """The last message I have read; null for all of them."""

    message = Id(load_default=None, allow_none=True)


class ThreadsQuery(PageQuery):
    """A state of threads; `requested` waits for an answer, mine or the other person's."""

    state = fields.String(load_default=None, validate=validate.OneOf(STATES))


class Message(Output):
    """One message. `text` is null when a moderator hid it."""

    id = Id(required=True)
    text = fields.String(required=True, allow_none=True)
    at = Instant(required=True)
    mine = fields.Boolean(required=True)


class MessagePage(Output):
    """Messages, newest first."""

    items = fields.List(fields.Nested(Message), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class ThreadShare(Output):
    """The share that a thread is about, in one line."""

    id = Id(required=True)
    product = fields.String(required=True, allow_none=True)
    shop = fields.String(required=True)


class Partner(Output):
    """The other person. Only friends can open the profile behind `id`."""

    id = Id(required=True)
    display_name = fields.String(required=True)
    creator = fields.Boolean(required=True)


class Thread(Output):
    """A thread as one of the two sees it. `asks` says that I am the asker."""

    id = Id(required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    asks = fields.Boolean(required=True)
    muted = fields.Boolean(required=True)
    unread = Int(required=True)
    opened_at = Instant(required=True)
    newest_at = Instant(required=True)
    helpful_at = Instant(required=True, allow_none=True)
    share = fields.Nested(ThreadShare, required=True)
    other = fields.Nested(Partner, required=True)
    newest = fields.Nested(Message, required=True)


class ThreadPage(Output):
    """My threads, latest message first."""

    items = fields.List(fields.Nested(Thread), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
