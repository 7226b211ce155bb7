"""Who is calling. The only import of flask_login.

A request carries its session's token in `Authorization: Bearer`, or a browser in an HttpOnly
cookie. Only the token's SHA-256 is stored. Most routes learn who calls from `me()`; the hot ones
hand `session_hash()` to their own query, which resolves the session in the same round trip.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Request, Response, request
from flask_login import LoginManager, current_user

from service.api.http.current import graph, now, settings
from service.credentials.tokens import token_hash
from service.errors import Forbidden, NotFound, Unauthenticated

COOKIE = "circle_session"
SEEN_AFTER = timedelta(hours=1)
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True)
class Caller:
    """The person behind the session of this request."""

    id: str
    handle: str
    locale: str
    roles: frozenset[str]
    session_id: str
    is_authenticated: bool = True
    is_active: bool = True
    is_anonymous: bool = False

    def get_id(self) -> str:
        """The person's id, for Flask-Login."""
        return self.id


def init(app: Flask) -> None:
    """Let Flask-Login ask us; its own cookies are never set and never believed."""
    manager = LoginManager()
    manager.session_protection = None
    app.config["REMEMBER_COOKIE_NAME"] = secrets.token_hex()  # nobody can send a cookie so named
    manager.request_loader(_caller)
    manager.init_app(app)


def me() -> Caller:
    """The caller; raises Unauthenticated when nobody is signed in."""
    caller = current_user._get_current_object()
    if not isinstance(caller, Caller):
        raise Unauthenticated
    return caller


def require(role: str, *others: str) -> None:
    """Return when the caller has `role` or one of the `others`; raises Unauthenticated or Forbidden."""
    if me().roles.isdisjoint({role, *others}):
        raise Forbidden(role=role)


def session_hash() -> str:
    """SHA-256 of the token this request carries; raises Unauthenticated when there is none.

    It proves nothing yet: the query it is handed to finds the session, or no row.
    """
    token = _token(request)
    if token is None:
        raise Unauthenticated
    return token_hash(token)


def ask(query: str, **parameters: object) -> dict[str, Any]:
    """The one row of a hot query, which resolves the session and does its work in one round trip.

    No row means that the session has ended: raises Unauthenticated.
    """
    rows = graph().rows(query, session=session_hash(), now=now(), **parameters)
    if not rows:
        raise Unauthenticated
    return rows[0]


def session_hash_or_none() -> str | None:
    """The same without the error, for counting who asks how often."""
    token = _token(request)
    return token_hash(token) if token else None


def set_cookie(response: Response, token: str, expires_at: datetime) -> None:
    """Hand a browser its token where no script can read it."""
    response.set_cookie(
        COOKIE,
        token,
        expires=expires_at,
        httponly=True,
        samesite="Lax",
        secure=settings().cookie_secure or request.is_secure,
    )


def clear_cookie(response: Response) -> None:
    """Take the browser's token back."""
    response.delete_cookie(COOKIE, httponly=True, samesite="Lax")


def _caller(asked: Request) -> Caller | None:
    token = _token(asked)
    if token is None:
        return None
    try:
        row = graph().one("accounts/caller", session=token_hash(token), now=now())
    except NotFound:
        return None
    seen_at: datetime = row.pop("last_seen_at")
    if now() - seen_at > SEEN_AFTER:
        graph().run("accounts/touch_session", session=token_hash(token), now=now())
    return Caller(roles=frozenset(row.pop("roles")), **row)


def _token(asked: Request) -> str | None:
    """The bearer token; the cookie counts only without an Authorization header."""
    header = asked.headers.get("Authorization")
    if header is not None:
        scheme, _, token = header.partition(" ")
        return token.strip() if scheme.lower() == "bearer" and token.strip() else None
    cookie = asked.cookies.get(COOKIE)
    if cookie and asked.method not in SAFE_METHODS and not _same_origin(asked):
        raise Forbidden(reason="cross_site")
    return cookie


def _same_origin(asked: Request) -> bool:
    """Fetch Metadata, else Origin (OWASP CSRF Prevention Cheat Sheet)."""
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = asked.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc == asked.host
