"""The verdict of a buyer on a note, after the buyer used the copy."""

from datetime import datetime

from service.graph.client import Unit

CODE_LENGTH = 10  # 49 random bits


def judge(unit: Unit, claim: str, *, me: str, as_described: bool, op: str, now: datetime) -> None:
    """Store the verdict of `me` on their copy, with its effects on the share and the sharer.

    Raises NotFound and Refused as cypher/claims/judge does.
    """
    unit.one("claims/judge", me=me, claim=claim, as_described=as_described, op=op, now=now)
    unit.run("claims/tell_held", claim=claim, now=now)
    unit.run("levels/helpful", claim=claim, now=now)
