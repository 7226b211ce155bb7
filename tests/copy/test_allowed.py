"""The allow list of the analysts' copy decides about everything that the graph stores."""

import re
from collections.abc import Iterator

from service.copy.allowed import TREATMENTS, read, rows
from service.settings import ROOT

TABLES = (ROOT / "cypher" / "README.md").read_text("utf-8").split("## The graph", 1)[1]


def kinds() -> Iterator[tuple[str, set[str]]]:
    """Each label of the table with its properties and states."""
    for line in re.findall(r"^\| (`[A-Z][a-z].*)\|$", TABLES, re.M):
        head, properties = line.split("|", 1)
        states = set(re.findall(r":[A-Z]\w+", head))
        for label, keys in re.findall(r"`([A-Z]\w+)`(?: \(([^)]*)\))?", head):
            yield label, names(keys) | states | names(properties)


def names(text: str) -> set[str]:
    """The properties in a list that also explains them: single words between commas and colons."""
    plain = re.sub(r"`[^`]*`", "", text)
    while plain != (less := re.sub(r"\([^()]*\)", "", plain)):
        plain = less
    parts = re.split(r"[,;:]|\.(?:\s|$)", plain)
    return {match[1] for part in parts if (match := re.match(r"\s*([a-z]\w*)\s*(?:=.*)?$", part))}


def edges() -> Iterator[tuple[str, set[str]]]:
    """Each type of the table with its properties."""
    for type_, braces in re.findall(r"-\[:(\w+)(?: \{([^}]*)\})?\]-", TABLES):
        yield type_, {word.strip() for word in braces.split(",") if word.strip()}


def test_every_label_and_property_of_the_graph_is_decided() -> None:
    decided: dict[str, dict[str, str]] = {}
    for row in rows():
        decided.setdefault(row.of, {})[row.name] = row.treatment
    stored = dict(kinds())
    assert len(stored) >= 40
    assert "display_name" in stored["User"]
    undecided = {
        f"{label}.{name}"
        for label, properties in stored.items()
        for name in {"", *properties}
        if decided.get(label, {}).get("") != "drop" and name not in decided.get(label, {})
    }
    assert undecided == set(), "give each a row in cypher/copy/allowed.csv: until then the copy lacks it"


def test_every_edge_of_the_graph_is_decided() -> None:
    decided: dict[str, set[str]] = {}
    left_out = {row.of[2:-1] for row in rows() if row.of.startswith("[:") and row.treatment == "drop"}
    for row in rows():
        if match := re.search(r"\[:(\w+)\]", row.of):
            decided.setdefault(match[1], set()).add(row.name)
    undecided = {
        f"{kind}.{name}"
        for kind, properties in edges()
        for name in {"", *properties}
        if kind not in left_out and name not in decided.get(kind, set())
    }
    assert undecided == set(), "give each a row in cypher/copy/allowed.csv: until then the copy lacks it"


def test_a_decision_is_one_of_a_few_and_each_dropped_thing_has_a_reason() -> None:
    listed = [(row.of, row.name) for row in rows()]
    assert len(set(listed)) == len(listed)
    assert {row.treatment for row in rows()} == set(TREATMENTS)
    assert [row for row in rows() if (row.treatment == "drop") != bool(row.why)] == []
    allowed = read()
    assert {end for start, _, end in allowed.edges} | {start for start, _, _ in allowed.edges} <= set(
        allowed.kinds
    )
    treated: dict[tuple[str, str], set[str]] = {}
    for edge in allowed.edges.values():
        for column in edge.columns:
            treated.setdefault((edge.start, column.name), set()).add(column.treatment)
    # One query reads them together.
    assert {at for at, treatments in treated.items() if len(treatments) > 1} == set()
    text = {
        "handle",
        "display_name",
        "note",
        "cons",
        "text",
        "name",
        "label",
        "title",
        "prize",
        "reason",
        "code",
    }
    kept = {(kind.label, column.name) for kind in allowed.kinds.values() for column in kind.columns}
    assert {pair for pair in kept if pair[1] in text} == {("LevelMove", "reason")}  # earned or low_score
