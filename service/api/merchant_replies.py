"""The one reply of a shop under a share; everyone who sees the share can read it."""

from flask import Response
from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, new_id, now
from service.api.http.idempotency import once
from service.api.schemas.merchant import Reply
from service.api.schemas.shares import ShopReply
from service.graph.client import Row, Unit

blp = Blueprint(
    "merchant_replies",
    __name__,
    url_prefix="/v1/merchant/shares",
    description="Replies of shops under shares",
)


@blp.post("/<share>/reply")
@blp.arguments(Reply)
@blp.response(200, ShopReply)
def say(body: Row, share: str) -> Response:
    """Reply to a share that I may see, for a shop I manage. Replying again changes the text."""
    at: Row = {"me": me().id, "now": now()}
    given: Row = {"share": share, "reply": new_id(), "op": new_id(), **body, **at}

    def work(unit: Unit) -> Row:
        unit.one("shares/visible", shares=[share], **at)
        return unit.one("merchant/reply", **given)

    return once(work, status=200)


@blp.delete("/<share>/reply")
@blp.response(204)
def withdraw(share: str) -> None:
    """Withdraw the reply. The shop may reply again."""
    graph().one("merchant/withdraw_reply", me=me().id, share=share, now=now())
