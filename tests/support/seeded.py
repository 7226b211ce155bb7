"""What the tests of the seeds share."""

import json
from typing import Any

from service.settings import ROOT
from tests.support.cypher import Cypher

TINY = ROOT / "seeds" / "tiny"


def hashed(purpose: str, text: str) -> str:
    """Stands for a keyed hash, so that a test can tell what was hashed for what."""
    return f"{purpose}-of-{text}"


def everything(cypher: Cypher) -> list[Any]:
    """The whole graph but for the journal of writes, in an order that does not depend on its ids."""
    nodes = cypher.rows(
        "MATCH (node) WHERE NOT node:Op RETURN labels(node) AS labels, properties(node) AS properties"
    )
    edges = cypher.rows(
        "MATCH (start)-[edge]->(end) RETURN properties(start) AS start, type(edge) AS type, "
        "properties(edge) AS properties, properties(end) AS end"
    )
    return sorted(map(_text, nodes)) + sorted(map(_text, edges))


def _text(row: dict[str, Any]) -> str:
    """A row with its properties and labels in order, whichever was written last."""
    row["labels"] = sorted(row.get("labels", []))
    return json.dumps(row, sort_keys=True, default=str)
