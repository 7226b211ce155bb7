"""New ids, new session tokens, and the hash of a token that the graph stores."""

import hashlib
import secrets

from uuid_utils import uuid7

SESSION_DAYS = 60
TOKEN_BYTES = 32


def new_id() -> str:
    """A new opaque id (UUIDv7, RFC 9562): a later id sorts after an earlier one."""
    return str(uuid7())


def new_token() -> str:
    """A new session token: 256 random bits, URL-safe."""
    return secrets.token_urlsafe(TOKEN_BYTES)


def token_hash(token: str) -> str:
    """SHA-256 of a token (hex), stored instead of it. A random token needs no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
