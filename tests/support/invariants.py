"""Every invariant of the graph in one round trip, held after each test; see service/actions/checks.py."""

from datetime import datetime

from service.actions.checks import COLUMNS, FOLDER
from service.graph import catalogue
from service.settings import ROOT
from tests.support.cypher import Cypher
from tests.support.planning import ONCE

ALL = ONCE + "\nUNION ALL\n".join(
    f"CALL () {{\n{query.text}\n}}\nRETURN '{name.removeprefix(FOLDER)}' AS name, offenders, examples"
    for name, query in catalogue.load(ROOT / "cypher").items()
    if name.startswith(FOLDER) and query.returns == COLUMNS
)


def broken(cypher: Cypher, now: datetime, *, notes: bool = False) -> dict[str, list[str]]:
    """What breaks each invariant that is broken, by the name of its check."""
    offenders = {row["name"]: row["examples"] for row in cypher.rows(ALL, now=now) if row["offenders"]}
    return {name: examples for name, examples in offenders.items() if notes or not name.startswith("notes/")}
