"""Photos: input and output."""

from typing import Any

from marshmallow import ValidationError, fields, validate

from service.api.schemas import Id, Input, Int, Output

MOST_SHOWN = 4
SIZES = ("large", "small")


def shown(**options: Any) -> fields.List[str]:
    """Ids of my photos, in the order of the share, each once."""
    return fields.List(Id(), validate=[validate.Length(0, MOST_SHOWN), _each_once], **options)


class Kept(Output):
    """A stored photo and its size in pixels."""

    id = Id(required=True)
    width = Int(1, required=True)
    height = Int(1, required=True)


class Size(Input):
    """The size of a photo."""

    size = fields.String(load_default="large", validate=validate.OneOf(SIZES))


def _each_once(ids: list[str]) -> None:
    if len(set(ids)) < len(ids):
        raise ValidationError("Each once.")
