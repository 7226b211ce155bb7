"""Becoming a person of the circle."""

from typing import Any

from flask_smorest import Blueprint

from service.actions import accounts
from service.api.http.current import graph, keys, now
from service.api.http.limits import guesses
from service.api.schemas.accounts import Registered, Registration
from service.credentials.handles import candidates

blp = Blueprint("accounts", __name__, url_prefix="/v1/accounts", description="Registering")


@blp.post("")
@guesses
@blp.arguments(Registration)
@blp.response(201, Registered)
def register(asked: dict[str, Any]) -> dict[str, Any]:
    """A new account.

    The handle given back is the one wanted and four random characters (`ada-x7kq`), whether or not
    anybody has the name: registering tells nobody which handles exist. Keep it, it signs you in.
    """
    wanted = candidates(asked.pop("handle"))
    return accounts.register(graph(), keys(), wanted=wanted, now=now(), **asked)
