"""Checks every request against the authorization table before its handler runs."""

import ipaddress

from flask import Flask, request

from service.api.http.access import ACCESS, ROLES
from service.api.http.auth import me, require, session_hash
from service.errors import CircleError, NotFound


def init(app: Flask) -> None:
    """Check every request against the table; raises CircleError when a route has no row."""
    missing = {rule.endpoint for rule in app.url_map.iter_rules()} - set(ACCESS)
    if missing:
        raise CircleError(f"routes without an authorization row: {', '.join(sorted(missing))}")
    app.before_request(_check)


def _check() -> None:
    if request.endpoint is None:
        return  # no such route: 404 or 405 follows
    role = ACCESS[request.endpoint]
    if role == "person":
        me()
    elif role == "session":
        session_hash()
    elif role in ROLES:
        require(role, *ROLES[role])
    elif role == "operator" and not _from_here(request.remote_addr):
        raise NotFound


def _from_here(address: str | None) -> bool:
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:  # a proxy may forward any word
        return False
