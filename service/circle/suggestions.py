"""Friend suggestions: people who would bring a circle the categories that it lacks, in order."""

from datetime import datetime

from service.graph.client import Graph, Row


def ranked(graph: Graph, me: str, *, now: datetime, place: int | None, limit: int) -> list[Row]:
    """The suggestions for `me` after `place`, each with its reason in counts."""
    categories = graph.rows("suggestions/lacking", me=me, now=now)
    lacking = {row["id"]: row["weight"] for row in categories}
    people = graph.rows("suggestions/openings", me=me, lacking=lacking, now=now)
    return graph.rows("suggestions/ranked", me=me, lacking=lacking, people=people, place=place, limit=limit)
