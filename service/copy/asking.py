"""Sends a query that the guard accepts to the copy's own server, over HTTP, and reads it row by row.

It uses Neo4j's Query API, because a client can stop reading an HTTP answer at any byte. A driver reads whole
rows, and one row may be larger than this process.
"""

import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import BoundedSemaphore
from typing import Any

import httpx
import orjson

from service.copy import faults, guard
from service.copy.place import Served
from service.errors import Refused

ROWS = 1000
BYTES = 2_000_000
SECONDS = 10
AT_ONCE = 2
PATIENCE = 1.0
LINES, JSON = "application/jsonl", "application/json"
# Operators to refuse although the plan only reads: other statements, files, and facts about the server.
WRONG = (
    "LoadCSV",
    "Show",
    "Terminate",
    "Transaction",
    "Foreach",
    "Create",
    "Merge",
    "Set",
    "Remove",
    "Delete",
)
_room = BoundedSemaphore(AT_ONCE)


@dataclass(frozen=True)
class Result:
    """The rows of a query; `truncated` when there are more."""

    columns: list[str]
    rows: list[dict[str, Any]]
    truncated: bool
    milliseconds: int


def ask(served: Served | None, query: str, parameters: Mapping[str, object]) -> Result:
    """The answer of the copy; raises Refused (see `faults`) or Unavailable.

    First the guard checks the words, then `hold` checks the server's plan. Then the query runs on a server
    that writes nothing, with limits on time, memory, rows and bytes.
    """
    text, began = guard.read(query), time.monotonic()
    if served is None:
        raise Refused("copy_not_served")
    with _a_place():
        hold(plan(served, text, parameters))
        columns, rows, truncated = _run(served, text, parameters)
    named = [dict(zip(columns, row, strict=True)) for row in rows]
    return Result(columns, named, truncated, round((time.monotonic() - began) * 1000))


def plan(served: Served, text: str, parameters: Mapping[str, object]) -> dict[str, Any]:
    """The server's plan for a query: `queryType`, and `queryPlan` with its children."""
    with _sent(served, f"EXPLAIN {text}", parameters, JSON) as answer:
        explained: dict[str, Any] = orjson.loads(answer.read())
    if wrong := explained.get("errors"):
        raise faults.of_text(wrong[0], SECONDS, BYTES)
    return explained


def hold(explained: Mapping[str, Any]) -> None:
    """Raise Refused unless the plan only reads the graph, and calls only allowed procedures."""
    if explained.get("queryType") != "r" or "queryPlan" not in explained:
        raise Refused("cypher_refused", word="a query that does more than read")
    for operator, details in _operators(explained["queryPlan"]):
        called = details.partition("(")[0].replace("`", "")
        if operator.startswith(WRONG) or (operator == "ProcedureCall" and called not in guard.PROCEDURES):
            raise Refused("cypher_refused", word=called if operator == "ProcedureCall" else operator)


def _operators(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    yield node["operatorType"].partition("@")[0], str(node["arguments"].get("Details", ""))
    for child in node.get("children", []):
        yield from _operators(child)


def _run(
    served: Served, text: str, parameters: Mapping[str, object]
) -> tuple[list[str], list[list[Any]], bool]:
    columns: list[str] = []
    rows: list[list[Any]] = []
    with _sent(served, text, parameters, LINES) as answer:
        for line in _lines(answer):
            if line is None or (len(rows) == ROWS and line["$event"] == "Record"):
                if not rows:
                    raise Refused("cypher_too_large", limit=BYTES)
                return columns, rows, True
            match line["$event"]:
                case "Header":
                    columns = line["_body"]["fields"]
                case "Record":
                    rows.append(line["_body"])
                case "Error":
                    raise faults.of_run(line["_body"][0], SECONDS, BYTES)
    return columns, rows, False


def _lines(answer: httpx.Response) -> Iterator[dict[str, Any] | None]:
    """The events of an answer; None at the end of an answer that is too large."""
    if answer.is_error:
        error = orjson.loads(answer.read().splitlines()[0])
        raise faults.of_run((error.get("_body") or error.get("errors"))[0], SECONDS, BYTES)
    rest, size = b"", 0
    for piece in answer.iter_raw():
        size += len(piece)
        *whole, rest = (rest + piece).split(b"\n")
        yield from (orjson.loads(line) for line in whole if line.strip())
        if size > BYTES:
            yield None
            return


@contextmanager
def _sent(
    served: Served, text: str, parameters: Mapping[str, object], accept: str
) -> Iterator[httpx.Response]:
    body = {"statement": text, "parameters": parameters, "accessMode": "READ", "maxExecutionTime": SECONDS}
    try:
        with _client().stream(
            "POST",
            f"{served.http}/db/neo4j/query/v2",
            auth=(served.user, served.password),
            headers={"Accept": accept, "Content-Type": JSON},
            content=orjson.dumps(body),
        ) as answer:
            yield answer
    except httpx.TimeoutException:
        raise Refused("cypher_too_slow", limit=SECONDS) from None
    except httpx.TransportError:
        raise Refused("copy_not_served") from None


@contextmanager
def _a_place() -> Iterator[None]:
    """Room for few queries at once, so that slow queries leave threads for other requests."""
    if not _room.acquire(timeout=PATIENCE):
        raise Refused("copy_busy")
    try:
        yield
    finally:
        _room.release()


@cache
def _client() -> httpx.Client:
    # The server looks for slow queries every two seconds only.
    return httpx.Client(trust_env=False, timeout=httpx.Timeout(SECONDS + 3, connect=2))
