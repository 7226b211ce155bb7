"""Fresh ids, session tokens and what is stored of them."""

import hashlib
import secrets

from uuid_utils import uuid7

SESSION_DAYS = 60
TOKEN_BYTES = 32


def new_id() -> str:
    """A fresh opaque id (UUIDv7, RFC 9562: later ids sort after earlier ones)."""
    return str(uuid7())


def new_token() -> str:
    """A fresh session token: 256 random bits, URL-safe."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """SHA-256 of a token (hex), what is stored of it. It is random enough to need no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
