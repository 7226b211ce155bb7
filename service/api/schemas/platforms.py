"""Platforms and linked accounts: input and output."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Output, Reason, Text

SLUG = validate.Regexp(r"^[a-z][a-z0-9_]{1,29}$(?!\n)", error="2 to 30 of a-z, 0-9 and _, a letter first.")
OPEN_WITH = ("code", "link", "口令", "miniapp", "qr")


class Platform(Output):
    """A platform; `open_with` lists its ways to open a coupon."""

    id = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    open_with = fields.List(fields.String(), required=True)


class Platforms(Output):
    """Every platform."""

    items = fields.List(fields.Nested(Platform), required=True)


class PlatformChange(Input):
    """A platform's names and ways to open a coupon from now on, and the reason."""

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
    """A platform with the names of its signing keys and the number of its shops and accounts."""

    key_id = fields.String(required=True)
    previous_key_id = fields.String(required=True, allow_none=True)
    previous_until = fields.AwareDateTime(required=True, allow_none=True)
    shops = fields.Integer(required=True)
    accounts = fields.Integer(required=True)


class PlatformsKept(Output):
    """Every platform, for admins."""

    items = fields.List(fields.Nested(PlatformKept), required=True)


class LinkRequest(Input):
    """The platform of the account to link."""

    platform = Id(required=True)


class LinkCode(Output):
    """A code to type at the platform, valid until `expires_at`. The server returns it only once."""

    platform = fields.String(required=True)
    code = fields.String(required=True)
    expires_at = fields.AwareDateTime(required=True)


class PlatformAccount(Output):
    """A linked account. The server does not store its id at the platform."""

    id = fields.String(required=True)
    platform = fields.String(required=True)
    name_zh = fields.String(required=True)
    name_en = fields.String(required=True)
    linked_at = fields.AwareDateTime(required=True)


class PlatformAccounts(Output):
    """My linked accounts, oldest first."""

    items = fields.List(fields.Nested(PlatformAccount), required=True)


class NewKey(Input):
    """The name of the key that signs a platform's events from now on, and the reason."""

    key_id = Text(1, 40, required=True)
    reason = Reason()


class Key(Output):
    """The names of a platform's signing keys; the previous one is valid until `previous_until`."""

    platform = fields.String(required=True)
    key_id = fields.String(required=True)
    previous_key_id = fields.String(required=True, allow_none=True)
    previous_until = fields.AwareDateTime(required=True, allow_none=True)
