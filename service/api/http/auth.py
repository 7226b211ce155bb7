"""The caller of a request. The only import of flask_login.

A request carries its session's token in `Authorization: Bearer`, or a browser in an HttpOnly
cookie. The server stores only the token's SHA-256. Most routes get the caller from `me()`. The hot ones
pass `session_hash()` to their own query, which resolves the session in the same round trip.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from flask import Flask, Request, Response, request
from flask_login import LoginManager, current_user

from service.api.http.current import graph, now, proven, settings
from service.credentials.tokens import token_hash
from service.errors import Forbidden, NotFound, Unauthenticated
from service.graph.client import Row

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
    """Let Flask-Login load callers through `_caller`; it never sets or trusts its own cookies."""
    manager = LoginManager()
    manager.session_protection = None
    app.config["REMEMBER_COOKIE_NAME"] = (
        secrets.token_hex()
    )  # a random name, so that no client can send this cookie
    manager.request_loader(_caller)
    manager.init_app(app)


def me() -> Caller:
    """The caller; raises Unauthenticated when nobody is signed in."""
    caller = current_user._get_current_object()
    if not isinstance(caller, Caller):
        raise Unauthenticated
    return caller


def require(role: str, *others: str) -> None:
    """Return if the caller has `role` or one of the `others`; raises Unauthenticated or Forbidden."""
    if me().roles.isdisjoint({role, *others}):
        raise Forbidden(role=role)


def session_hash() -> str:
    """SHA-256 of the token of this request; raises Unauthenticated when there is none.

    It proves nothing yet: the query that gets it finds the session, or no row.
    """
    token = _token(request)
    if token is None:
        raise Unauthenticated
    return token_hash(token)


def ask(query: str, **parameters: object) -> Row:
    """The one row of a hot query, which resolves the session and does its work in one round trip.

    Raises Unauthenticated when there is no row: the session has ended.
    """
    session = session_hash()
    rows = graph().rows(query, session=session, now=now(), **parameters)
    if not rows:
        raise Unauthenticated
    proven().add(session)
    return rows[0]


def session_hash_or_none() -> str | None:
    """The hash of the token, or None without one."""
    token = _token(request)
    return token_hash(token) if token else None


def proven_session() -> str | None:
    """The hash of the token, if this process has lately seen a session with it; for rate limits.

    Anybody can invent a token, so any other token proves nothing.
    """
    session = session_hash_or_none()
    return session if session in proven() else None


def set_cookie(response: Response, token: str, expires_at: datetime) -> None:
    """Give a browser its token in a cookie that no script can read."""
    response.set_cookie(
        COOKIE,
        token,
        expires=expires_at,
        httponly=True,
        samesite="Lax",
        secure=settings().cookie_secure or request.is_secure,
    )


def clear_cookie(response: Response) -> None:
    """Delete the browser's cookie."""
    response.delete_cookie(COOKIE, httponly=True, samesite="Lax")


def _caller(incoming: Request) -> Caller | None:
    token = _token(incoming)
    if token is None:
        return None
    try:
        row = graph().one("accounts/caller", session=token_hash(token), now=now())
    except NotFound:
        return None
    seen_at: datetime = row.pop("last_seen_at")
    if now() - seen_at > SEEN_AFTER:
        graph().run("accounts/touch_session", session=token_hash(token), now=now())
    proven().add(token_hash(token))
    return Caller(roles=frozenset(row.pop("roles")), **row)


def _token(incoming: Request) -> str | None:
    """The bearer token; the cookie counts only without an Authorization header."""
    header = incoming.headers.get("Authorization")
    if header is not None:
        scheme, _, token = header.partition(" ")
        return token.strip() if scheme.lower() == "bearer" and token.strip() else None
    cookie = incoming.cookies.get(COOKIE)
    if cookie and incoming.method not in SAFE_METHODS and not _same_origin(incoming):
        raise Forbidden(reason="cross_site")
    return cookie


def _same_origin(incoming: Request) -> bool:
    """Fetch Metadata, else Origin (OWASP CSRF Prevention Cheat Sheet)."""
    site = incoming.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = incoming.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc == incoming.host
