"""Invites: input and output."""

from marshmallow import fields

from service.api.schemas import Input, Instant, Output, Text


class Inviting(Input):
    """A label to recognise the invite; nobody else sees it."""

    label = Text(1, 40, load_default=None, allow_none=True)


class Invite(Output):
    """An open invite of mine, with its code and its link."""

    id = fields.String(required=True)
    label = fields.String(required=True, allow_none=True)
    code = fields.String(required=True)
    link = fields.String(required=True)
    created_at = Instant(required=True)
    expires_at = Instant(required=True)


class InvitePage(Output):
    """My open invites, newest first."""

    items = fields.List(fields.Nested(Invite), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class Inviter(Output):
    """The inviter."""

    display_name = fields.String(required=True)


class Accepting(Input):
    """A message with the request."""

    message = Text(0, 100, load_default=None, allow_none=True)
