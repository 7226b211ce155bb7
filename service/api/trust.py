"""The trust path of a share: what my circle knows of it, in place of stars."""

from flask_smorest import Blueprint

from service.api.http.auth import ask
from service.api.http.current import graph, now
from service.api.problems.problem import language
from service.api.schemas.trust import TrustPath
from service.api.texts import why
from service.graph.client import Row

blp = Blueprint("trust", __name__, url_prefix="/v1/shares", description="What my circle knows of a share")


@blp.get("/<share>/trust")
@blp.response(200, TrustPath)
def path(share: str) -> Row:
    """How many people know the sharer, bought at the shop, returned the product or recommend it.

    Only numbers, never names. Numbers of buyers start at five and are a day old.
    """
    row = ask("trust/share", share=share)
    voices = graph().one("trust/voices", me=row.pop("me"), share=share, now=now())
    shown = {**row, "voices": voices}
    return {**shown, "text": why.trust_lines(shown, language())}
