"""Notifications: input and output."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.api.schemas import Id, Input, Instant, Output, PageQuery

TREATMENTS = ["accept", "filter", "drop"]
MAX_KEYS = 100
MAX_CHOICES = 50


class NotificationQuery(PageQuery):
    """The inbox, or the filtered notifications."""

    filtered = fields.Boolean(load_default=False)


class ToldAbout(Output):
    """The subject of a notification: its kind and id."""

    kind = fields.String(required=True)
    id = fields.String(required=True)


class Notification(Output):
    """Events of one kind, grouped; `text` is in the language of the request."""

    key = fields.String(required=True)
    kind = fields.String(required=True)
    count = fields.Integer(required=True)
    newest_at = Instant(required=True)
    read = fields.Boolean(required=True)
    about = fields.Nested(ToldAbout, required=True, allow_none=True)
    text = fields.String(required=True)


class NotificationPage(Output):
    """Notifications, newest first; `unread` counts all pages, up to a limit of the rules."""

    items = fields.List(fields.Nested(Notification), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    unread = fields.Integer(required=True)


class Unread(Output):
    """The number of unread notifications."""

    unread = fields.Integer(required=True)


class Reading(Input):
    """The notifications I have read: these keys, or all up to an instant."""

    keys = fields.List(Id(), load_default=None, validate=validate.Length(1, MAX_KEYS))
    before = Instant(load_default=None)

    @validates_schema
    def _says_which(self, data: dict[str, Any], **_: Any) -> None:
        if data["keys"] is None and data["before"] is None:
            raise ValidationError("Name keys or an instant.", "keys")


class KindChoice(Output):
    """A kind of notification; `on` says that I receive it."""

    kind = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    can_be_off = fields.Boolean(required=True)
    on = fields.Boolean(required=True)


class SenderChoice(Output):
    """People I barely know: notify me (`accept`), filter the notification (`filter`) or drop it (`drop`)."""

    id = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    treated = fields.String(required=True, metadata={"enum": TREATMENTS})


class Settings(Output):
    """My notification settings."""

    kinds = fields.List(fields.Nested(KindChoice), required=True)
    senders = fields.List(fields.Nested(SenderChoice), required=True)


class SettingChanges(Input):
    """Kinds on or off, and treatments of senders, by name; the rest stays."""

    kinds = fields.Dict(
        keys=Id(), values=fields.Boolean(), load_default=dict, validate=validate.Length(0, MAX_CHOICES)
    )
    senders = fields.Dict(
        keys=Id(),
        values=fields.String(validate=validate.OneOf(TREATMENTS)),
        load_default=dict,
        validate=validate.Length(0, MAX_CHOICES),
    )
