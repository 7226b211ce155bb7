"""Queries as tests run them: planned once, as a plan for a small graph suits all other small graphs.

The server plans a query again when its graph has changed much since; for tests, each of which begins
with an empty graph, that would be most of their time.
"""

from collections.abc import Mapping
from dataclasses import replace

from service.graph.catalogue import Query

ALWAYS = "CYPHER replan=force\n"
ONCE = "CYPHER replan=skip\n"


def planned_once(catalogue: Mapping[str, Query]) -> dict[str, Query]:
    """The same queries, for `Graph`."""
    return {
        name: replace(query, text=ONCE + query.text.removeprefix(ALWAYS)) if query.mode != "schema" else query
        for name, query in catalogue.items()
    }
