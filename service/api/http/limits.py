"""Rate limits: per session, or per address until this process has seen the session."""

from flask import Flask, request
from flask_limiter import HeaderNames, Limiter

from service.api.http.arrival import PROBES
from service.api.http.auth import proven_session
from service.api.http.current import settings


def _who() -> str:
    return proven_session() or _address()


def _address() -> str:
    return request.remote_addr or "unknown"


limiter = Limiter(
    key_func=_who,
    default_limits=[lambda: settings().rate_limits],
    headers_enabled=True,
    header_name_mapping={
        HeaderNames.LIMIT: "RateLimit-Limit",
        HeaderNames.REMAINING: "RateLimit-Remaining",
        HeaderNames.RESET: "RateLimit-Reset",
    },
)

# For registering, signing in and changing a password: guesses count by address.
guesses = limiter.shared_limit(lambda: settings().sign_in_limits, scope="guesses", key_func=_address)

# One query may keep the analysts' copy busy for seconds.
queries = limiter.limit(lambda: settings().cypher_limits)


def init(app: Flask, storage: str) -> None:
    """Count in the `storage` of the settings; health, metrics and the page's files do not count."""
    app.config["RATELIMIT_STORAGE_URI"] = storage
    limiter.init_app(app)
    for endpoint in (*PROBES, "web.page", "web.file", "web.worker"):
        limiter.exempt(app.view_functions[endpoint])
