"""Checks an analyst's query: one statement that only reads, and nothing about the machine.

This is the first of several layers, and the only one that can name the wrong word. In doubt it refuses: a
name that is also a word of the language needs backticks.
"""

from collections.abc import Sequence

from service.copy.tokens import Token, plain
from service.errors import Refused

LONGEST = 10_000
SHOWN = 40
DEEPEST = 50  # the server's parser recurses as deep as the brackets
OPENS = {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}
FIRST = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "CALL", "RETURN"})
WRITING = {"CREATE", "MERGE", "INSERT", "SET", "DELETE", "DETACH", "NODETACH", "REMOVE", "FOREACH", "DROP"}
ADMIN = {"ALTER", "GRANT", "DENY", "REVOKE", "RENAME", "SHOW", "TERMINATE", "USE"}
FILES = {"LOAD", "CSV"}
COMMITTING = {"PERIODIC", "TRANSACTION", "TRANSACTIONS", "CONCURRENT"}
PLANNING = {"EXPLAIN", "PROFILE", "CYPHER"}
REFUSED = WRITING | ADMIN | FILES | COMMITTING | PLANNING
PROCEDURES = frozenset(
    {
        "db.labels",
        "db.relationshipTypes",
        "db.propertyKeys",
        "db.schema.nodeTypeProperties",
        "db.schema.relTypeProperties",
        "db.schema.visualization",
    }
)
# Functions in these namespaces depend on their arguments only. The guard refuses any other dotted function.
SPACES = frozenset({"date", "datetime", "duration", "localdatetime", "localtime", "point", "time", "vector"})
NAMING = frozenset({"word", "quoted", "parameter"})
FUNCTIONS = frozenset({"file", "linenumber"})


def read(query: str) -> str:
    """The query for the server; raises Refused (`cypher_refused`) with the wrong word."""
    text, tokens = plain(query)
    while tokens and tokens[-1].text == ";":
        text = text[: tokens.pop().at]
    if not tokens or tokens[0].word not in FIRST:
        raise refused(tokens[0] if tokens else Token("word", "", 0))
    depth = 0
    for n, token in enumerate(tokens):
        _look(tokens, n, token)
        depth += OPENS.get(token.text, 0) if token.kind == "sign" else 0
        if depth > DEEPEST:
            raise refused(token)
    return text.rstrip()


def refused(token: Token) -> Refused:
    """The problem of a forbidden token."""
    return Refused("cypher_refused", word=token.text[:SHOWN], at=token.at)


def _look(tokens: Sequence[Token], n: int, token: Token) -> None:
    if token.text == ";" or (token.word in REFUSED and not _names(tokens, n)):
        raise refused(token)
    if token.word == "CALL" and not _names(tokens, n):
        _hold_procedure(tokens, n + 1)
    elif token.name and _text(tokens, n - 1) != "." and (n == 0 or tokens[n - 1].word != "CALL"):
        _hold_function(tokens, n)


def _names(tokens: Sequence[Token], n: int) -> bool:
    """Whether a word is a name here: a property, a label, a key of a map."""
    before = _text(tokens, n - 1)
    if before == ".":
        return n > 1 and (tokens[n - 2].kind in NAMING or tokens[n - 2].text in {")", "]", "}"})
    if before in {",", "{"}:
        return _text(tokens, n + 1) == ":"
    return before == ":"


def _hold_procedure(tokens: Sequence[Token], n: int) -> None:
    # `read` checks a subquery word by word, like all the rest.
    if _text(tokens, n) not in {"{", "("} and ".".join(_chain(tokens, n)) not in PROCEDURES:
        raise refused(tokens[min(n, len(tokens) - 1)])


def _hold_function(tokens: Sequence[Token], n: int) -> None:
    chain = _chain(tokens, n)
    if _text(tokens, n + 2 * len(chain) - 1) == "(":
        first = chain[0].lower()
        if first not in SPACES if len(chain) > 1 else first in FUNCTIONS:
            raise refused(tokens[n])


def _chain(tokens: Sequence[Token], n: int) -> list[str]:
    """The dotted name that begins here, such as `db.labels`."""
    chain = []
    while n < len(tokens) and tokens[n].name:
        chain.append(tokens[n].name)
        if _text(tokens, n + 1) != ".":
            break
        n += 2
    return chain


def _text(tokens: Sequence[Token], n: int) -> str:
    return tokens[n].text if 0 <= n < len(tokens) else ""
