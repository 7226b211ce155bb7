"""Parts: closed subqueries that several queries share, each written once.

A part is a file of `cypher/` with `mode: part`: one subquery `CALL (me, share) { ... }`. Its header names the
variables it `takes` and the columns it `gives`. A query has a line `// part: parts/sight` where it wants the
part; loading puts the part's text below that line. `// part: optional parts/sight` keeps the row, with nulls,
where the part returns none. Raises BadQuery for a header that does not match its text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from service.errors import BadQuery

_WANTED = re.compile(r"^(?P<indent> *)// part: (?P<optional>optional )?(?P<name>\S+)$", re.MULTILINE)
_SUBQUERY = re.compile(r"CALL \(([a-z_, ]*)\) \{\n(.*)\n\}", re.DOTALL)
_RETURN = re.compile(r"^  RETURN\b(.+)$", re.MULTILINE)
_ALIAS = re.compile(r"(\w+)\Z")


@dataclass(frozen=True)
class Part:
    """One part: its text, and the names it takes from a query and gives to it."""

    name: str
    text: str
    takes: tuple[str, ...]
    gives: tuple[str, ...]


def part(name: str, text: str, takes: tuple[str, ...], gives: tuple[str, ...]) -> Part:
    """A part whose header says what its text does."""
    whole = _SUBQUERY.fullmatch(text)
    if whole is None:
        raise BadQuery(f"{name}: a part is one subquery, CALL (...) {{ ... }}")
    returns = _RETURN.findall(whole[2])
    if not returns or _names(whole[1]) != takes or _columns(returns[-1]) != gives:
        raise BadQuery(f"{name}: takes or gives differ from what the subquery imports and returns")
    if _WANTED.search(text):
        raise BadQuery(f"{name}: a part uses no other part")
    return Part(name, text, takes, gives)


def wanted(text: str) -> tuple[str, ...]:
    """The names of the parts that a query wants, in its order."""
    return tuple(line["name"] for line in _WANTED.finditer(text))


def expanded(name: str, text: str, parts: Mapping[str, Part]) -> str:
    """The text of the query `name` with each part below the line that wants it."""

    def put(line: re.Match[str]) -> str:
        _hold(name, line, parts)
        body = ("OPTIONAL " if line["optional"] else "") + parts[line["name"]].text
        return line[0] + "".join(f"\n{line['indent']}{row}" for row in body.splitlines())

    return _WANTED.sub(put, text)


def _hold(name: str, line: re.Match[str], parts: Mapping[str, Part]) -> None:
    if line["name"] not in parts:
        raise BadQuery(f"{name}: there is no part {line['name']}")
    one, before = parts[line["name"]], line.string[: line.start()]
    before += " ".join(" ".join(parts[earlier].gives) for earlier in wanted(before))
    unbound = [each for each in one.takes if not re.search(rf"(?<![$.\w]){each}\b", before)]
    if unbound:
        raise BadQuery(f"{name}: binds no {', '.join(unbound)} before {one.name}, which takes it")


def _names(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _columns(text: str) -> tuple[str, ...]:
    """The names after RETURN; a part returns plain names or `... AS name` on one line."""
    return tuple(alias[1] for item in text.split(", ") if (alias := _ALIAS.search(item.strip())))
