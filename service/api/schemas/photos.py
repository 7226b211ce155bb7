"""Photos: what comes in, what goes out."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from service.api.schemas import Id, Input, Int, Output

MOST_SHOWN = 4
SIZES = ("large", "small")


def shown(**options: Any) -> fields.List[str]:
    """Ids of photos of mine, in the order in which a share shows them, each once."""
    return fields.List(Id(), validate=[validate.Length(0, MOST_SHOWN), _each_once], **options)


class Kept(Output):
    """A photo as it was kept, in pixels."""

    id = Id(required=True)
    width = Int(1, required=True)
    height = Int(1, required=True)


class Size(Input):
    """How large."""

    size = fields.String(load_default="large", validate=validate.OneOf(SIZES))


def _each_once(ids: list[str]) -> None:
    if len(set(ids)) < len(ids):
        raise ValidationError("Each once.")
