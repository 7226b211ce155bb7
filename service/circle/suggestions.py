"""Whom somebody could befriend: what their circle lacks, who would open it, in which order."""

from datetime import datetime

from service.graph.client import Graph, Row


def ranked(graph: Graph, me: str, *, now: datetime, place: int | None, limit: int) -> list[Row]:
    """The suggestions for `me` after `place`, each with its reason in counts."""
    wanted = graph.rows("suggestions/lacking", me=me, now=now)
    lacking = {row["id"]: row["weight"] for row in wanted}
    people = graph.rows("suggestions/openings", me=me, lacking=lacking, now=now)
    return graph.rows("suggestions/ranked", me=me, lacking=lacking, people=people, place=place, limit=limit)
