"""Invites: a person gives a code to an acquaintance, who may then send a friend request. It earns nothing.

The graph stores no code: it is derived from the invite's id and a secret outside the graph. So its
owner can read it again, and a copy of the graph has no usable code.
"""

from datetime import datetime

from service.actions import people
from service.credentials.codes import ALPHABET, spelled
from service.credentials.keys import Keys
from service.graph.client import Row, Unit

LENGTH = 12


def code(keys: Keys, invite: str) -> str:
    """The code of an invite: 12 characters, 59 bits."""
    return spelled(int(keys.fingerprint("invite", invite), 16), LENGTH)


def plain(typed: str) -> str:
    """The code that somebody typed, without regard to small letters, spaces and hyphens."""
    return "".join(character for character in typed.upper() if character in ALPHABET)


def code_hash(keys: Keys, typed: str) -> str:
    """The stored hash of a code."""
    return keys.fingerprint("invite-code", plain(typed))


def create(unit: Unit, keys: Keys, *, me: str, invite: str, label: str | None, op: str, now: datetime) -> Row:
    """A new invite of `me`, without its code; raises Refused `invite_limit`."""
    hashed = code_hash(keys, code(keys, invite))
    stored = unit.one("invites/create", me=me, invite=invite, code_hash=hashed, label=label, op=op, now=now)
    del stored["limit"]
    return stored


def accept(
    unit: Unit, me: str, *, hashed: str, session: str, message: str | None, op: str, now: datetime
) -> Row:
    """Send the request of `me` to the owner of the code; returns and raises what `people.ask` does.

    Raises NotFound also for a code that is not valid.
    """
    inviter = unit.one("invites/inviter", code_hash=hashed, session=session, now=now)["id"]
    return people.ask(unit, me, inviter, op=op, message=message, now=now)
