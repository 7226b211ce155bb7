"""The trust path of a share: what my circle knows of it, instead of stars."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import ask
from service.api.http.current import graph, now
from service.api.problems.problem import language
from service.api.schemas.trust import TrustPath
from service.api.texts import why

blp = Blueprint("trust", __name__, url_prefix="/v1/shares", description="What my circle knows of a share")


@blp.get("/<share>/trust")
@blp.response(200, TrustPath)
def path(share: str) -> dict[str, Any]:
    """Who knows the sharer, bought at the shop, returned it, and how many independent voices recommend it.

    Counts only, never names; those of buyers from five on, told a day late.
    """
    found = ask("trust/share", share=share)
    voices = graph().one("trust/voices", me=found.pop("me"), share=share, now=now())
    told = {**found, "voices": voices}
    return {**told, "text": why.trusted(told, language())}
