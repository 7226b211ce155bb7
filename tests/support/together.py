"""Several things at the same instant, in threads of their own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from service.errors import Problem

T = TypeVar("T")


def together(*works: Callable[[], T]) -> list[T | Problem]:
    """What each of `works` answered, or the problem it met, in their order."""
    start = Barrier(len(works))

    def answer(work: Callable[[], T]) -> T | Problem:
        start.wait(timeout=30)
        try:
            return work()
        except Problem as problem:
            return problem

    with ThreadPoolExecutor(len(works)) as pool:
        return list(pool.map(answer, works))
