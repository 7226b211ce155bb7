"""Times several calls in turns, in one process: first a warm-up of all, then alternating blocks.

Other load on the machine affects all of them alike, so the ratios of one run are reliable; its times are not.
"""

import statistics
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from service.graph.client import Graph

Ask = Callable[[int], object]
Times = dict[str, list[float]]
BARE = "RETURN 1"


@dataclass(frozen=True)
class Turns:
    """The calls of each function: `warm_up`, then `blocks` times `block`, over so many connections."""

    warm_up: int
    blocks: int
    block: int
    connections: int = 1

    def measure(self, asks: Mapping[str, Ask]) -> Times:
        """Milliseconds of every call after the warm-up; each call gets its number."""
        for ask in asks.values():
            self._times(ask, range(self.warm_up))
        times: Times = {name: [] for name in asks}
        for number in range(self.blocks):
            first = self.warm_up + number * self.block
            for name, ask in asks.items():
                times[name] += self._times(ask, range(first, first + self.block))
        return times

    def __str__(self) -> str:
        connections = "1 connection" if self.connections == 1 else f"{self.connections} connections"
        return f"{connections}, {self.blocks} x {self.block} calls each after {self.warm_up} to warm up"

    def _times(self, ask: Ask, numbers: range) -> list[float]:
        times: list[float] = []

        def some(numbers: range) -> None:
            for number in numbers:
                began = time.perf_counter()
                ask(number)
                times.append((time.perf_counter() - began) * 1000)

        threads = [
            threading.Thread(target=some, args=(numbers[first :: self.connections],))
            for first in range(self.connections)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return times


@dataclass(frozen=True)
class Cuts:
    """The times below which half, 95% and 99% of the calls are, in milliseconds."""

    p50: float
    p95: float
    p99: float

    @classmethod
    def of(cls, times: list[float]) -> "Cuts":
        """The cuts of these times."""
        cuts = statistics.quantiles(times, n=100)
        return cls(cuts[49], cuts[94], cuts[98])

    def __str__(self) -> str:
        return f"{self.p50:.2f} / {self.p95:.2f} / {self.p99:.2f}"


def bare(graph: Graph) -> Ask:
    """A round trip to the database without a real query."""
    return lambda _: graph.alive()
