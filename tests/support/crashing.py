"""A worker in a process of its own that dies in the middle of a step, as power cuts make them do."""

import multiprocessing
import os
from datetime import datetime
from multiprocessing.context import ForkServerContext

from service.credentials.keys import Keys
from service.giveaways import steps
from service.graph import catalogue
from service.graph.client import Graph
from service.graph.probe import Address
from service.graph.unit import Row, Unit
from service.settings import ROOT

KILLED = 9


def workers() -> ForkServerContext:
    """Where workers are started: a clean process that has loaded all they need."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([__name__])
    return context


def work(address: Address, keys: Keys, now: datetime, dies_after: int | None) -> None:
    """Take the steps that are due; die without a word after so many queries of transactions."""
    if dies_after is not None:
        _die_after(dies_after)
    graph = Graph(address, catalogue.load(ROOT / "cypher"))
    steps.advance(graph, keys, now)
    graph.close()


def _die_after(queries: int) -> None:
    rows, count = Unit.rows, [0]

    def dying(self: Unit, name: str, /, **parameters: object) -> list[Row]:
        answer = rows(self, name, **parameters)
        count[0] += 1
        if count[0] == queries:
            os._exit(KILLED)
        return answer

    Unit.rows = dying  # type: ignore[method-assign]  # of this process, which is about to die
