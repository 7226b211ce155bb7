"""What people are told: what comes in, what goes out."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from service.api.schemas import Id, Input, Instant, Output, PageQuery

TREATMENTS = ["accept", "filter", "drop"]
MAX_KEYS = 100
MAX_CHOICES = 50


class NotificationQuery(PageQuery):
    """What was told, or what the filters have set aside."""

    filtered = fields.Boolean(load_default=False)


class ToldAbout(Output):
    """What a notification speaks of: which kind of thing, and its id."""

    kind = fields.String(required=True)
    id = fields.String(required=True)


class Notification(Output):
    """Things of one kind told together; `text` is in the language asked for."""

    key = fields.String(required=True)
    kind = fields.String(required=True)
    count = fields.Integer(required=True)
    newest_at = Instant(required=True)
    read = fields.Boolean(required=True)
    about = fields.Nested(ToldAbout, required=True, allow_none=True)
    text = fields.String(required=True)


class NotificationPage(Output):
    """The newest first; `unread` counts over all pages, up to a rule's limit."""

    items = fields.List(fields.Nested(Notification), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
    unread = fields.Integer(required=True)


class Unread(Output):
    """How many notifications I have not read."""

    unread = fields.Integer(required=True)


class Reading(Input):
    """Which I have read: these keys, or all that there were at an instant."""

    keys = fields.List(Id(), load_default=None, validate=validate.Length(1, MAX_KEYS))
    before = Instant(load_default=None)

    @validates_schema
    def _says_which(self, data: dict[str, Any], **_: Any) -> None:
        if data["keys"] is None and data["before"] is None:
            raise ValidationError("Name keys or an instant.", "keys")


class KindChoice(Output):
    """A kind of notification and whether I wish to be told of it."""

    kind = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    can_be_off = fields.Boolean(required=True)
    on = fields.Boolean(required=True)


class SenderChoice(Output):
    """People I hardly know: told of (`accept`), set aside (`filter`) or not told of (`drop`)."""

    id = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    treated = fields.String(required=True, metadata={"enum": TREATMENTS})


class Settings(Output):
    """What I wish to be told of."""

    kinds = fields.List(fields.Nested(KindChoice), required=True)
    senders = fields.List(fields.Nested(SenderChoice), required=True)


class SettingChanges(Input):
    """Kinds on or off and treatments of senders, by name; what is not named stays."""

    kinds = fields.Dict(
        keys=Id(), values=fields.Boolean(), load_default=dict, validate=validate.Length(0, MAX_CHOICES)
    )
    senders = fields.Dict(
        keys=Id(),
        values=fields.String(validate=validate.OneOf(TREATMENTS)),
        load_default=dict,
        validate=validate.Length(0, MAX_CHOICES),
    )
