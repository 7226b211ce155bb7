"""Link codes: a person types one at a platform, which then links the account there."""

from service.credentials.codes import new_code
from service.credentials.keys import Keys

LENGTH = 8


def new_link_code() -> str:
    """A random code (39 bits)."""
    return new_code(LENGTH)


def code_hash(keys: Keys, platform: str, typed: str) -> str:
    """The stored hash of a code; small letters, spaces and hyphens make no difference."""
    code = "".join(character for character in typed.upper() if character.isalnum())
    return keys.fingerprint("link-code", f"{platform}:{code}")
