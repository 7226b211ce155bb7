"""What a buyer says of a note after using its copy: what belongs to it, in one unit of work."""

from datetime import datetime

from service.graph.client import Unit

CODE_LENGTH = 10  # 49 random bits


def judge(unit: Unit, claim: str, *, me: str, as_described: bool, op: str, now: datetime) -> None:
    """Take the verdict of `me` on a copy of theirs, and what follows for its share and the sharer.

    Raises NotFound and Refused as cypher/claims/judge says.
    """
    unit.one("claims/judge", me=me, claim=claim, as_described=as_described, op=op, now=now)
    unit.run("claims/tell_held", claim=claim, now=now)
    unit.run("levels/helpful", claim=claim, now=now)
