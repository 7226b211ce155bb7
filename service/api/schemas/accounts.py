"""Accounts and sessions: input and output."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from service.api.schemas import Input, Instant, Output, Text, clean
from service.credentials import passwords
from service.credentials.handles import PATTERN, fold

LOCALES = ("zh", "en")
BRIDGES = ("named", "counted", "off")
DEVICE_LENGTH = 100


class FoldedHandle(fields.String):
    """Any handle, folded."""

    def __init__(self, **options: Any) -> None:
        super().__init__(validate=validate.Length(1, 64), **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        return fold(clean(super()._deserialize(value, attr, data, **options)))


class WantedHandle(FoldedHandle):
    """A new handle: 2 to 20 letters a-z, digits and `_`, a letter first."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        handle = super()._deserialize(value, attr, data, **options)
        if not PATTERN.fullmatch(handle):
            raise ValidationError("2 to 20 of a-z, 0-9 and _, a letter first.")
        return handle


class Password(fields.String):
    """A password: normalised, never trimmed."""

    def __init__(self, least: int = 1, **options: Any) -> None:
        length = validate.Length(least, passwords.MOST)
        super().__init__(validate=length, required=True, load_only=True, **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        return passwords.normalise(clean(super()._deserialize(value, attr, data, **options)))


class NewPassword(Password):
    """A new password: 8 to 200 characters."""

    def __init__(self, **options: Any) -> None:
        super().__init__(passwords.LEAST, **options)


class Registration(Input):
    """A new account."""

    handle = WantedHandle(required=True)
    password = NewPassword()
    display_name = Text(1, 40, required=True)
    locale = fields.String(load_default="zh", validate=validate.OneOf(LOCALES))


class Registered(Output):
    """The registered account. Its handle ends in four random characters; sign in with it."""

    id = fields.String(required=True)
    handle = fields.String(required=True)


class SignIn(Input):
    """Handle and password. With `cookie` the token comes in an HttpOnly cookie instead of the body.

    Without `device` the session is named after the client's User-Agent.
    """

    handle = FoldedHandle(required=True)
    password = Password()
    device = Text(1, DEVICE_LENGTH)
    cookie = fields.Boolean(load_default=False, truthy={True}, falsy={False})


class Me(Output):
    """My own account. `version` is its ETag."""

    id = fields.String(required=True)
    handle = fields.String(required=True)
    display_name = fields.String(required=True)
    locale = fields.String(required=True, metadata={"enum": LOCALES})
    bridge = fields.String(required=True, metadata={"enum": BRIDGES})
    discoverable = fields.Boolean(required=True)
    roles = fields.List(fields.String(), required=True)
    level = fields.Integer(required=True)
    created_at = Instant(required=True)
    version = fields.Integer(required=True)


class Session(Output):
    """A new session."""

    token = fields.String(metadata={"description": "absent when the token is in the cookie"})
    expires_at = Instant(required=True)
    person = fields.Nested(Me, required=True)


class Device(Output):
    """A session of mine."""

    id = fields.String(required=True)
    device = fields.String(required=True)
    created_at = Instant(required=True)
    last_seen_at = Instant(required=True)
    expires_at = Instant(required=True)
    current = fields.Boolean(required=True)


class DevicePage(Output):
    """My sessions."""

    items = fields.List(fields.Nested(Device), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class MyChanges(Input):
    """Changes to my account. A missing or null field stays as it is."""

    display_name = Text(1, 40, load_default=None, allow_none=True)
    locale = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(LOCALES))
    bridge = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(BRIDGES))
    discoverable = fields.Boolean(load_default=None, allow_none=True, truthy={True}, falsy={False})


class PasswordChange(Input):
    """The old password and the new one."""

    old = Password()
    new = NewPassword()


class Export(Output):
    """Everything I created and everything about me: a list of rows for each kind."""

    exported_at = Instant(required=True)
    kinds = fields.Dict(keys=fields.String(), values=fields.List(fields.Dict()), required=True)
