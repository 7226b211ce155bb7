"""Accounts and sessions: what comes in, what goes out."""

from typing import Any

from flask import request
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
    """A handle somebody wants: 2 to 20 letters a-z, digits and `_`, a letter first."""

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        handle = super()._deserialize(value, attr, data, **options)
        if not PATTERN.fullmatch(handle):
            raise ValidationError("2 to 20 of a-z, 0-9 and _, a letter first.")
        return handle


class Password(fields.String):
    """A password, normalised, never trimmed."""

    def __init__(self, least: int = 1, **options: Any) -> None:
        length = validate.Length(least, passwords.MOST)
        super().__init__(validate=length, required=True, load_only=True, **options)

    def _deserialize(self, value: Any, attr: Any, data: Any, **options: Any) -> str:
        return passwords.normalise(clean(super()._deserialize(value, attr, data, **options)))


class NewPassword(Password):
    """A password somebody chooses: 8 to 200 characters."""

    def __init__(self, **options: Any) -> None:
        super().__init__(passwords.LEAST, **options)


def this_device() -> str:
    """What the client calls itself."""
    return request.user_agent.string[:DEVICE_LENGTH] or "unknown"


class Registration(Input):
    """A person to be."""

    handle = WantedHandle(required=True)
    password = NewPassword()
    display_name = Text(1, 40, required=True)
    locale = fields.String(load_default="zh", validate=validate.OneOf(LOCALES))


class Registered(Output):
    """A person who is; the handle ends in four random characters and is needed to sign in."""

    id = fields.String(required=True)
    handle = fields.String(required=True)


class SignIn(Input):
    """Who signs in; with `cookie` the token comes in an HttpOnly cookie instead of the body."""

    handle = FoldedHandle(required=True)
    password = Password()
    device = Text(1, DEVICE_LENGTH, load_default=this_device)
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
    """A session that has just begun."""

    token = fields.String(metadata={"description": "absent when it was set as a cookie"})
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
    """Where I am signed in."""

    items = fields.List(fields.Nested(Device), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class MyChanges(Input):
    """What to change of my account; what is left out or null stays."""

    display_name = Text(1, 40, load_default=None, allow_none=True)
    locale = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(LOCALES))
    bridge = fields.String(load_default=None, allow_none=True, validate=validate.OneOf(BRIDGES))
    discoverable = fields.Boolean(load_default=None, allow_none=True, truthy={True}, falsy={False})


class PasswordChange(Input):
    """The old password and the new one."""

    old = Password()
    new = NewPassword()


class Export(Output):
    """Everything I made or that is about me, a list of rows for each kind."""

    exported_at = Instant(required=True)
    kinds = fields.Dict(keys=fields.String(), values=fields.List(fields.Dict()), required=True)
