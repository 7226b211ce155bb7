"""Platforms and accounts there: what comes in, what goes out."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Output, Reason, Text

SLUG = validate.Regexp(r"^[a-z][a-z0-9_]{1,29}$(?!\n)", error="2 to 30 of a-z, 0-9 and _, a letter first.")
OPEN_WITH = ("code", "link", "口令", "miniapp", "qr")


class Platform(Output):
    """A platform; `open_with` names the ways a coupon is opened there."""

    id = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    open_with = fields.List(fields.String(), required=True)


class Platforms(Output):
    """Every platform."""

    items = fields.List(fields.Nested(Platform), required=True)


class PlatformChange(Input):
    """How a platform is called and opened from now on, and why."""

    id = fields.String(required=True, validate=SLUG)
    name_zh = Text(1, 40, required=True)
    name_en = Text(1, 40, required=True)
    open_with = fields.List(
        fields.String(validate=validate.OneOf(OPEN_WITH)),
        required=True,
        validate=validate.Length(1, len(OPEN_WITH)),
    )
    reason = Reason()


class PlatformKept(Platform):
    """A platform with the names of its signing keys, and how many shops and accounts it has."""

    key_id = fields.String(required=True)
    previous_key_id = fields.String(required=True, allow_none=True)
    previous_until = fields.AwareDateTime(required=True, allow_none=True)
    shops = fields.Integer(required=True)
    accounts = fields.Integer(required=True)


class PlatformsKept(Output):
    """Every platform as admins keep it."""

    items = fields.List(fields.Nested(PlatformKept), required=True)


class LinkRequest(Input):
    """Where an account is to be linked."""

    platform = Id(required=True)


class LinkCode(Output):
    """A code to type at the platform, good until `expires_at`; shown this once."""

    platform = fields.String(required=True)
    code = fields.String(required=True)
    expires_at = fields.AwareDateTime(required=True)


class PlatformAccount(Output):
    """An account I have linked; its id at the platform is not kept."""

    id = fields.String(required=True)
    platform = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    linked_at = fields.AwareDateTime(required=True)


class PlatformAccounts(Output):
    """My linked accounts, the first linked first."""

    items = fields.List(fields.Nested(PlatformAccount), required=True)


class NewKey(Input):
    """The name of the key that signs a platform's events from now on, and why."""

    key_id = Text(1, 40, required=True)
    reason = Reason()


class Key(Output):
    """The names of a platform's signing keys; the previous one is valid until `previous_until`."""

    platform = fields.String(required=True)
    key_id = fields.String(required=True)
    previous_key_id = fields.String(required=True, allow_none=True)
    previous_until = fields.AwareDateTime(required=True, allow_none=True)
