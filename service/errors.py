"""The errors of this product, each named for what happened. `api/problems/` translates them for clients."""

from collections.abc import Mapping


class CircleError(Exception):
    """The base of every error that this product raises on purpose."""


class Misconfigured(CircleError):
    """A setting is missing or not valid; the message is one line for the operator."""


class Unavailable(CircleError):
    """The database does not answer in time. Nothing was written, or a retry returns the stored answer."""


class BadQuery(CircleError):
    """A .cypher file breaks the contract of its header; the message names the file."""


class BadDraw(CircleError):
    """The stored giveaway differs from the published one; the message says where."""


class BadSeed(CircleError):
    """A seed folder is not valid; `faults` holds one line per fault: file, line, column, reason."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class BadSource(CircleError):
    """A recipe cannot read this kind of file; the message is one line: file, line, reason."""


class Problem(CircleError):
    """An answer that a client can act on; `code` is stable and listed in `api/problems/codes.py`."""

    code = "invalid"

    def __init__(self, code: str | None = None, **facts: object) -> None:
        super().__init__(code or self.code)
        self.code = code or self.code
        self.facts = facts


class NotFound(Problem):
    """It does not exist, or the caller may not know that it does."""

    code = "not_found"


class Unauthenticated(Problem):
    """Nobody is signed in, or the session has ended."""

    code = "unauthenticated"


class Forbidden(Problem):
    """The caller lacks a role."""

    code = "forbidden"


class Refused(Problem):
    """A rule of the domain forbids the act; `code` names the rule, `facts` has its limit."""


class Conflict(Problem):
    """Another write, or an earlier one with the same key, is in conflict with this one."""

    code = "conflict"


class Invalid(Problem):
    """The input is not valid; `fields` maps each field's path to its faults."""

    code = "invalid"

    def __init__(self, fields: Mapping[str, list[str]]) -> None:
        super().__init__(fields=dict(fields))
        self.fields = dict(fields)
