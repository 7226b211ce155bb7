"""Keys: one secret outside the graph, and from it a separate key for each purpose."""

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from service.settings import Settings

NONCE_BYTES = 12


@dataclass(frozen=True)
class Keys:
    """Keys for sealing, hashing and signing, all derived from one secret by HKDF (RFC 5869)."""

    secret: bytes = field(repr=False)

    def key(self, purpose: str) -> bytes:
        """The 32 bytes of the key for `purpose`."""
        return HKDF(SHA256(), 32, salt=None, info=purpose.encode()).derive(self.secret)

    def seal(self, purpose: str, text: str, *, owner: str) -> bytes:
        """`text` encrypted (AES-256-GCM) for `owner`: no other owner's id opens it."""
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + AESGCM(self.key(purpose)).encrypt(nonce, text.encode(), owner.encode())

    def unseal(self, purpose: str, sealed: bytes, *, owner: str) -> str:
        """The text that `seal` encrypted; raises InvalidTag for another owner or key, or changed bytes."""
        nonce, body = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        return AESGCM(self.key(purpose)).decrypt(nonce, body, owner.encode()).decode()

    def fingerprint(self, purpose: str, text: str) -> str:
        """A keyed hash (HMAC-SHA-256, hex): equal texts match, and nobody can guess a text from it."""
        mac = HMAC(self.key(purpose), SHA256())
        mac.update(text.encode())
        return mac.finalize().hex()


def keys(settings: Settings) -> Keys:
    """The keys of this installation, from CIRCLE_SECRET or else from a secret file in CIRCLE_HOME.

    Only the embedded database creates its own secret; settings.from_env requires one with NEO4J_URI.
    """
    if settings.secret:
        return Keys(settings.secret.encode())
    return Keys(_stored(settings.home / "secret"))


def _stored(file: Path) -> bytes:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    if not file.exists():
        descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as writing:
            writing.write(secrets.token_urlsafe(48))
        try:
            os.link(fresh, file)  # the first process to start wins; the others read its file
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return file.read_bytes().strip()
