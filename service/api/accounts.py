"""Registering an account."""

from flask_smorest import Blueprint

from service.actions import accounts
from service.api.http.current import graph, keys, now
from service.api.http.limits import guesses
from service.api.schemas.accounts import Registered, Registration
from service.credentials.handles import candidates
from service.graph.client import Row

blp = Blueprint("accounts", __name__, url_prefix="/v1/accounts", description="Registering")


@blp.post("")
@guesses
@blp.arguments(Registration)
@blp.response(201, Registered)
def register(registration: Row) -> Row:
    """Register a new account.

    The handle in the answer is the wanted one and four random characters (`ada-x7kq`), whether or not
    the name is taken. So registering reveals no existing handle. Keep the handle: you sign in with it.
    """
    wanted = candidates(registration.pop("handle"))
    return accounts.register(graph(), keys(), wanted=wanted, now=now(), **registration)
