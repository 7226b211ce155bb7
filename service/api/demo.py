"""Whom a visitor of the demo may be."""

from typing import Any

from flask_smorest import Blueprint

from service.api.current import graph, settings
from service.api.schemas.demo import Guests
from service.errors import NotFound
from service.town.guests import GUESTS

blp = Blueprint("demo", __name__, url_prefix="/v1/demo", description="Whom a visitor of the demo may be")


@blp.get("")
@blp.response(200, Guests)
def guests() -> dict[str, Any]:
    """Three people of the demo town, with their passwords; 404 unless CIRCLE_DEMO is on."""
    if not settings().demo:
        raise NotFound
    known = {guest.id: guest for guest in GUESTS}
    found = graph().rows("demo/people", people=list(known))
    return {"items": [{**row, **_told(known[row["handle"]])} for row in found]}


def _told(guest: Any) -> dict[str, str]:
    return {"part": guest.part, "password": guest.password}
