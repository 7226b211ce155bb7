"""Turns errors of the copy's server into our problems; its message appears only for faults of the text."""

import re
from collections.abc import Mapping

from service.errors import CircleError, Refused, Unavailable

EXPLAIN = len("EXPLAIN ")
# Faults of the text itself: the server reports them before it reads data.
TEXT = ("SyntaxError", "SemanticError", "TypeError", "ArgumentError")
SLOW = ("TransactionTimedOut", "TransactionTerminated", "Terminated", "LockClientStopped")
LARGE = ("OutOfMemory", "StackOverFlow")
_PLACE = re.compile(r"\s*\(line (\d+), column (\d+) \(offset: \d+\)\).*", re.DOTALL)
LONGEST = 500


def of_text(error: Mapping[str, str], seconds: int, size: int) -> CircleError:
    """The problem of a query that the server could not plan: the fault in its text, and the place."""
    code = error.get("code", "")
    if not code.startswith("Neo.ClientError.Statement.") or _last(code) not in TEXT:
        return of_run(error, seconds, size)
    message = error.get("message", "")
    if not (match := _PLACE.search(message)):
        return Refused("cypher_wrong", message=message[:LONGEST])
    line, column = int(match[1]), int(match[2])
    place = {"line": line, "column": max(1, column - EXPLAIN if line == 1 else column)}
    return Refused("cypher_wrong", message=message[: match.start()][:LONGEST], **place)


def of_run(error: Mapping[str, str], seconds: int, size: int) -> CircleError:
    """The problem of a query that failed while it ran, without its message: that may describe the machine."""
    code = error.get("code", "")
    if _last(code) == "ParameterMissing":  # a late error, but its message names only the query's parameters
        return Refused("cypher_wrong", message=error["message"][:LONGEST])
    if any(word in code for word in SLOW):
        return Refused("cypher_too_slow", limit=seconds)
    if any(word in code for word in LARGE):
        return Refused("cypher_too_large", limit=size)
    return _other(code)


def _other(code: str) -> CircleError:
    if _last(code) == "AccessMode":
        return Refused("cypher_refused", word="a query that does more than read")
    if code.startswith("Neo.ClientError."):
        return Refused("cypher_failed", reason=_last(code))
    return Unavailable(f"the copy does not answer: {code or 'no reason'}")


def _last(code: str) -> str:
    return code.rpartition(".")[2]
