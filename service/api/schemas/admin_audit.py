"""The audit log: input and output."""

from marshmallow import fields

from service.api.schemas import Id, Instant, Known, Output, PageQuery, Text


class AuditQuery(PageQuery):
    """Acts of this kind, or by this person."""

    kind = Text(1, 40, load_default=None)
    by = Id(load_default=None)


class AuditThing(Output):
    """A thing that the act changed."""

    id = fields.String(required=True)
    kind = fields.String(required=True)


class ShopNamed(Output):
    """The shop of the act."""

    id = Id(required=True)
    name = fields.String(required=True)


class AuditLine(Output):
    """One act. `by` is null for an operator on the machine; `things` lists at most five changed things."""

    id = fields.String(required=True)
    kind = fields.String(required=True)
    reason = fields.String(required=True, allow_none=True)
    count = fields.Integer(required=True, allow_none=True)
    at = Instant(required=True)
    by = fields.Nested(Known, required=True, allow_none=True)
    things = fields.List(fields.Nested(AuditThing), required=True)
    shop = fields.Nested(ShopNamed, required=True, allow_none=True)
    appealed = fields.Boolean(required=True)


class Audit(Output):
    """Acts, newest first."""

    items = fields.List(fields.Nested(AuditLine), required=True)
    next_cursor = fields.String(required=True, allow_none=True)
