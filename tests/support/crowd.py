"""Many people at once, in processes and threads of their own, on one real database."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import chain
from threading import Barrier
from typing import Any

from neo4j.exceptions import Neo4jError

from service.errors import Problem
from service.graph import catalogue
from service.graph.client import Graph, Unit
from service.graph.server.embedded import Address
from service.settings import ROOT

PATIENCE = 120  # a queue is no failure, however slow the machine
Step = tuple[str, dict[str, Any]]
Call = list[Step]


@dataclass(frozen=True)
class Outcome:
    """What the last step of one call answered, or the code that refused it, after how many deadlocks."""

    answer: dict[str, Any] | None
    refused: str | None
    deadlocks: int


def at_once(address: Address, calls: list[Call], *, processes: int, threads: int) -> list[Outcome]:
    """The outcome of each call, made by `processes` times `threads` callers that start together.

    The steps of a call are one transaction.
    """
    shares = [calls[number::processes] for number in range(processes)]
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(processes, mp_context=spawn) as pool:
        done = pool.map(_process, [address] * processes, shares, [threads] * processes)
        return list(chain.from_iterable(done))


def _process(address: Address, calls: list[Call], threads: int) -> list[Outcome]:
    graph = Graph(address, catalogue.load(ROOT / "cypher"), seconds=PATIENCE)
    together = Barrier(min(threads, len(calls)))
    first = iter(range(len(calls)))

    def call(request: Call) -> Outcome:
        if next(first) < together.parties:
            together.wait(20)
        return _attempt(graph, request)

    try:
        with ThreadPoolExecutor(threads) as pool:
            return list(pool.map(call, calls))
    finally:
        graph.close()


def _attempt(graph: Graph, steps: Call) -> Outcome:
    retried: list[str] = []

    def work(unit: Unit) -> dict[str, Any] | None:
        try:
            rows = [unit.rows(name, **parameters) for name, parameters in steps]
        except Neo4jError as error:
            retried.append(error.code or "")
            raise
        return next(iter(rows[-1]), None)

    def outcome(answer: dict[str, Any] | None, refused: str | None) -> Outcome:
        return Outcome(answer, refused, sum("Deadlock" in code for code in retried))

    try:
        return outcome(graph.transaction(work), None)
    except Problem as problem:
        return outcome(None, problem.code)
