"""Accounts: registration, sessions and passwords."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from service.credentials import passwords
from service.credentials.keys import Keys
from service.credentials.tokens import SESSION_DAYS, new_id, new_token, token_hash
from service.errors import NotFound, Refused
from service.graph.client import Graph, Row, Unit


@dataclass(frozen=True)
class SignedIn:
    """A new session. Only now is its token known; the graph stores a hash."""

    user_id: str
    token: str
    expires_at: datetime


def register(
    graph: Graph,
    keys: Keys,
    *,
    wanted: list[str],
    password: str,
    now: datetime,
    roles: Sequence[str] = (),
    shops: Sequence[str] = (),
    **profile: str,
) -> Row:
    """A new person `{id, handle}` with the first free handle of `wanted`.

    `profile` is display_name and locale, `roles` are labels, `shops` the ids of shops to manage. Raises
    Refused `weak_password`, or `handle_taken` when no handle is free.
    """
    passwords.check(password, wanted[0])
    user, op = new_id(), new_id()
    sealed = passwords.seal(keys, password, user)
    audit = {"admin": None, "reason": "circle user create", "op": op, "now": now}
    new = {"user": user, "handles": wanted, "roles": list(roles), "now": now, **profile}

    def work(unit: Unit) -> Row:
        person = unit.one("accounts/register", **new)
        _store(unit, user, sealed, op, now)
        for shop in shops:
            unit.one("merchant/appoint", user=user, shop=shop, **audit)
        return person

    return graph.transaction(work, op=op)


def set_password(graph: Graph, keys: Keys, user_id: str, password: str, now: datetime) -> None:
    """Set the password of a person of the demo; raises NotFound without the person.

    The rules for good passwords do not apply, and devices stay signed in.
    """
    normal, op = passwords.normalise(password), new_id()
    sealed = passwords.seal(keys, normal, user_id)
    graph.transaction(lambda unit: _store(unit, user_id, sealed, op, now), op=op)


def reset_password(graph: Graph, keys: Keys, handle: str, password: str, now: datetime) -> None:
    """Set the password of `handle` for an operator, and end every session of the person.

    Raises NotFound without the person, Refused `weak_password`.
    """
    normal, op = passwords.normalise(password), new_id()
    passwords.check(normal, handle)
    user = graph.one("accounts/user_id", handle=handle)["id"]
    sealed = passwords.seal(keys, normal, user)

    def work(unit: Unit) -> None:
        _store(unit, user, sealed, op, now)
        unit.run("accounts/end_sessions", user=user, kept=None)

    graph.transaction(work, op=op)


def change_password(
    graph: Graph, keys: Keys, user_id: str, *, old: str, new: str, kept: str, now: datetime
) -> None:
    """Replace `old` by `new`, and end every session but the one with id `kept`.

    Raises Refused `wrong_password` or `weak_password`.
    """
    op = new_id()

    def work(unit: Unit) -> None:
        stored = unit.one("accounts/hold_credential", me=user_id, op=op)
        if not passwords.matches(keys, stored["sealed"], old, user_id):
            raise Refused("wrong_password")
        passwords.check(new, stored["handle"])
        _store(unit, user_id, passwords.seal(keys, new, user_id), op, now)
        unit.run("accounts/end_sessions", user=user_id, kept=kept)

    graph.transaction(work, op=op)


def open_session(graph: Graph, user_id: str, device: str, now: datetime) -> str:
    """The token of a new session; raises NotFound without an active person of this id."""
    token = new_token()
    graph.one("accounts/open_session", **_session(user_id, token, device, now))
    return token


def sign_in(
    graph: Graph,
    keys: Keys,
    *,
    handle: str,
    password: str,
    device: str,
    replaces: str | None,
    now: datetime,
) -> SignedIn:
    """A new session for the right password; the session with hash `replaces` ends.

    Raises Refused `wrong_credentials`, after equal work, for a wrong password, an unknown handle, and a
    suspended or departed person.
    """
    known = next(iter(graph.rows("accounts/credential", handle=handle)), _NOBODY)
    user, sealed = known["user"], known["sealed"]
    if not passwords.matches(keys, sealed, password, user):
        raise Refused("wrong_credentials")
    token, op = new_token(), new_id()
    session = _session(user, token, device, now)
    outdated = passwords.outdated(keys, sealed, user)
    renewed = passwords.seal(keys, password, user) if outdated else sealed

    def work(unit: Unit) -> None:
        unit.one("accounts/admit", user=user, changed_at=known["changed_at"], op=op, now=now)
        if outdated:
            _store(unit, user, renewed, op, now)
        unit.run("accounts/end_session", session=replaces)
        unit.one("accounts/open_session", **session)

    try:
        graph.transaction(work, op=op)
    except NotFound:
        raise Refused("wrong_credentials") from None
    return SignedIn(user, token, session["expires_at"])


_NOBODY: Row = {"user": "nobody", "sealed": None, "changed_at": None}


def _session(user_id: str, token: str, device: str, now: datetime) -> Row:
    return {
        "user": user_id,
        "session": token_hash(token),
        "session_id": new_id(),
        "device": device,
        "now": now,
        "expires_at": now + timedelta(days=SESSION_DAYS),
    }


def _store(unit: Unit, user: str, sealed: bytes, op: str, now: datetime) -> None:
    algorithm = passwords.ALGORITHM
    unit.one("accounts/set_credential", user=user, sealed=sealed, algorithm=algorithm, op=op, now=now)
