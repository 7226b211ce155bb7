"""What the server finds out about a request before it knows who sends it: it came whole, and to us."""

import re
from typing import Any

from flask import Flask, request
from werkzeug.exceptions import MisdirectedRequest
from werkzeug.sansio.utils import host_is_trusted

from service.api.http.current import settings

SCOPE, REFUSED = "asgi.scope", "circle.refused"
HERE = ("localhost", "127.0.0.1")
HERE_IN_6 = re.compile(r"\[::1\](:\d+)?")  # an address that werkzeug cannot compare
ANYWHERE = {"0.0.0.0", "::"}  # noqa: S104  no name of a host
PROBES = {"health.alive", "health.ready", "health.metrics"}  # whatever asks them knows only an address


def init(app: Flask) -> None:
    """Refuse a request before any other hook works on it, but for the one that counts it."""
    app.before_request(_check)


def hosts() -> tuple[str, ...]:
    """The names that this service answers to: those of this machine, and those of the settings."""
    own = settings().host
    return (*HERE, *settings().hosts, *(() if own in ANYWHERE else (own,)))


def _check() -> None:
    scope: dict[str, Any] = request.environ.get(SCOPE, {})
    if refused := scope.get(REFUSED):
        raise refused
    if request.endpoint not in PROBES and not _ours(request.host):
        raise MisdirectedRequest


def _ours(host: str) -> bool:
    return bool(HERE_IN_6.fullmatch(host)) or host_is_trusted(host, hosts())
