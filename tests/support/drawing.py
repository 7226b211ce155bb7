"""Reads drawings of people and of what joins them: `(ada:Creator)-[:FRIEND]->(bob)`."""

import re

LABELS = {"Creator", "Merchant", "Admin", "Analyst", "NoBridge", "Named", "Deactivated", "Suspended"}
OTHER = {
    "FRIEND": "friend",
    "FOLLOWS": "creator",
    "BLOCKS": "blocked",
    "ASKED": "asked",
    "DISMISSED": "dismissed",
}
_PERSON = re.compile(r"\((\w[\w-]*)((?::\w+)*)\)")
_EDGE = re.compile(r"\s*(<?)-\[:(\w+)\]-(>?)\s*")


def drawn(drawing: str) -> tuple[dict[str, set[str]], list[tuple[str, str, str]]]:
    """The people of a drawing with their labels, and its edges as (from, kind, to)."""
    people: dict[str, set[str]] = {}
    edges = []
    end, left = 0, ""
    for person in _PERSON.finditer(drawing):
        name, labels = person[1], set(person[2].split(":")) - {""}
        between = drawing[end : person.start()]
        if edge := _EDGE.fullmatch(between):
            edges.append((name, edge[2], left) if edge[1] else (left, edge[2], name))
        unknown = labels - LABELS or {edge[2]} - set(OTHER) if edge else labels - LABELS
        assert not unknown, f"{unknown} in {drawing!r}"
        assert edge or not between.strip(), f"cannot read {between!r} in {drawing!r}"
        people.setdefault(name, set()).update(labels)
        end, left = person.end(), name
    assert not drawing[end:].strip(), f"cannot read {drawing[end:]!r}"
    return people, edges
