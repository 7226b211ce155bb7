"""My accounts on platforms, linked by a code that I type there."""

from typing import Any

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, keys, new_id, now
from service.api.schemas.platforms import LinkCode, LinkRequest, PlatformAccounts
from service.credentials.link_codes import code_hash, new_link_code

blp = Blueprint(
    "platform_accounts",
    __name__,
    url_prefix="/v1/me/platform-accounts",
    description="My accounts on platforms",
)


@blp.post("")
@blp.arguments(LinkRequest)
@blp.response(201, LinkCode)
def begin(asked: dict[str, str]) -> dict[str, Any]:
    """A code for me to type at the platform, which then links my account there.

    Only a keyed hash of it is stored, so asking again gives a new code and ends the one before.
    """
    code, platform = new_link_code(), asked["platform"]
    stored = {"user": me().id, "code_hash": code_hash(keys(), platform, code)}
    made = graph().one("platforms/new_link_code", **stored, platform=platform, op=new_id(), now=now())
    return {**made, "code": code}


@blp.get("")
@blp.response(200, PlatformAccounts)
def mine() -> dict[str, Any]:
    """Where I have linked an account."""
    return {"items": graph().rows("platforms/accounts", user=me().id)}


@blp.delete("/<account_id>")
@blp.response(204)
def unlink(account_id: str) -> None:
    """The account is mine no more, and may be linked anew; what I bought through it stays mine."""
    graph().one("platforms/unlink", user=me().id, account=account_id, op=new_id())
