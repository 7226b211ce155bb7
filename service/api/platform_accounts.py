"""My accounts on platforms. I link one with a code that I type there."""

from flask_smorest import Blueprint

from service.api.http.auth import me
from service.api.http.current import graph, keys, new_id, now
from service.api.schemas.platforms import LinkCode, LinkRequest, PlatformAccounts
from service.credentials.link_codes import code_hash, new_link_code
from service.graph.client import Row

blp = Blueprint(
    "platform_accounts",
    __name__,
    url_prefix="/v1/me/platform-accounts",
    description="My accounts on platforms",
)


@blp.post("")
@blp.arguments(LinkRequest)
@blp.response(201, LinkCode)
def begin(body: dict[str, str]) -> Row:
    """Get a code to type at the platform, which then links my account there.

    The server stores only a keyed hash. Asking again returns a new code and ends the one before.
    """
    code, platform = new_link_code(), body["platform"]
    secret = {"user": me().id, "code_hash": code_hash(keys(), platform, code)}
    stored = graph().one("platforms/new_link_code", **secret, platform=platform, op=new_id(), now=now())
    return {**stored, "code": code}


@blp.get("")
@blp.response(200, PlatformAccounts)
def mine() -> Row:
    """My linked accounts."""
    return {"items": graph().rows("platforms/accounts", user=me().id)}


@blp.delete("/<account_id>")
@blp.response(204)
def unlink(account_id: str) -> None:
    """Unlink an account, so that it can be linked again. Its purchases stay mine."""
    graph().one("platforms/unlink", user=me().id, account=account_id, op=new_id())
