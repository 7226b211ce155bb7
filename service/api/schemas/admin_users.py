"""People for admins: input and output."""

from marshmallow import fields, validate

from service.api.schemas import Id, Input, Instant, Output, PageQuery, Reason, Text
from service.credentials.handles import fold

GIVEN = ("admin", "analyst")
ROLES = (*GIVEN, "creator", "merchant")
STATES = ("active", "deactivated", "suspended")


class HandlePrefix(Text):
    """The start of a handle, folded like handles."""

    def _deserialize(self, *args: object, **options: object) -> str:
        return fold(super()._deserialize(*args, **options))


class UsersQuery(PageQuery):
    """Filter people by the start of the handle, by role and by state."""

    handle = HandlePrefix(0, 40, load_default="")
    role = fields.String(load_default=None, validate=validate.OneOf(ROLES))
    state = fields.String(load_default=None, validate=validate.OneOf(STATES))


class UserKept(Output):
    """A person with roles and state."""

    id = Id(required=True)
    handle = fields.String(required=True)
    display_name = fields.String(required=True)
    roles = fields.List(fields.String(validate=validate.OneOf(ROLES)), required=True)
    state = fields.String(required=True, validate=validate.OneOf(STATES))
    level = fields.Integer(required=True)
    created_at = Instant(required=True)


class Users(Output):
    """People, by handle."""

    items = fields.List(fields.Nested(UserKept), required=True)
    next_cursor = fields.String(required=True, allow_none=True)


class RoleChange(Input):
    """A role, and the reason to grant or remove it."""

    role = fields.String(required=True, validate=validate.OneOf(GIVEN))
    reason = Reason()
