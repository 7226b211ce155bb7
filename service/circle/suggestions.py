"""Whom somebody could befriend: what their circle lacks, who would open it, in which order."""

from datetime import datetime

from service.graph.client import Graph, Row


def ranked(graph: Graph, viewer: str, *, now: datetime, place: int | None, limit: int) -> list[Row]:
    """The suggestions for `viewer` after `place`, each with its reason in counts."""
    wanted = graph.rows("suggestions/lacking", viewer=viewer, now=now)
    lacking = {row["id"]: row["weight"] for row in wanted}
    people = graph.rows("suggestions/openings", viewer=viewer, lacking=lacking, now=now)
    return graph.rows(
        "suggestions/ranked", viewer=viewer, lacking=lacking, people=people, place=place, limit=limit
    )
