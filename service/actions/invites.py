"""Invites: a code to hand to somebody one knows, who may then ask to be friends. It earns nothing.

A code is not stored: it follows from its invite's id and a secret outside the graph, so its owner can
read it again and nobody with a copy of the graph can use it.
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
    """A code as it was given out; small letters, spaces and hyphens make no difference."""
    return "".join(character for character in typed.upper() if character in ALPHABET)


def code_hash(keys: Keys, typed: str) -> str:
    """What is stored of a code."""
    return keys.fingerprint("invite-code", plain(typed))


def create(unit: Unit, keys: Keys, *, me: str, invite: str, label: str | None, op: str, now: datetime) -> Row:
    """A new invite of `me`, without its code; raises Refused invite_limit."""
    hashed = code_hash(keys, code(keys, invite))
    made = unit.one("invites/create", me=me, invite=invite, code_hash=hashed, label=label, op=op, now=now)
    del made["limit"]
    return made


def accept(
    unit: Unit, me: str, *, hashed: str, session: str, message: str | None, op: str, now: datetime
) -> Row:
    """The request of `me` to whoever invites with the code, as `people.ask` answers it.

    Raises NotFound when the code is not good, as `people.ask` does, and Refused as it does.
    """
    inviter = unit.one("invites/inviter", code_hash=hashed, session=session, now=now)["id"]
    return people.ask(unit, me, inviter, op=op, message=message, now=now)
