"""What can go wrong, named for what happened; raised low, translated once (api/problems.py)."""

from collections.abc import Mapping


class CircleError(Exception):
    """The root of every error that this product raises on purpose."""


class Misconfigured(CircleError):
    """A setting is missing or not valid; the message is one line for the operator."""


class Unavailable(CircleError):
    """The database cannot answer (in time); nothing was written, or a retry tells."""


class BadQuery(CircleError):
    """A .cypher file breaks the contract of its header; the message names the file."""


class BadDraw(CircleError):
    """What is stored of a giveaway no longer fits what was published; the message says what."""


class BadSeed(CircleError):
    """A seed folder is not valid; `faults` holds one line per fault: file, line, column, why."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class BadSource(CircleError):
    """A file is not of the kind that a recipe takes; the message is one line: file, line, why."""


class Problem(CircleError):
    """An answer that a client can act on; `code` is stable and known to api/problems.py."""

    code = "invalid"

    def __init__(self, code: str | None = None, **facts: object) -> None:
        super().__init__(code or self.code)
        self.code = code or self.code
        self.facts = facts


class NotFound(Problem):
    """There is no such thing, or the caller may not know of it."""

    code = "not_found"


class Unauthenticated(Problem):
    """Nobody is signed in, or the session has ended."""

    code = "unauthenticated"


class Forbidden(Problem):
    """The caller lacks a role."""

    code = "forbidden"


class Refused(Problem):
    """A rule of the domain says no; `code` says which, `facts` what the limit is."""


class Conflict(Problem):
    """Somebody else's write, or an earlier one of the same key, stands in the way."""

    code = "conflict"


class Invalid(Problem):
    """The input is not valid; `fields` maps each field's path to its faults."""

    code = "invalid"

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        super().__init__(fields=dict(fields))
        self.fields = dict(fields)
