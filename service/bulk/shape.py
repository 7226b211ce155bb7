"""How a seed file becomes part of the graph: a node for each row, and edges for its columns.

A file named A-TYPE-B holds edges of TYPE, from its first key's node to its second key's node. Its other
columns are properties. SHAPES has every other file. `nodes/FILE.sql` adds properties that are not columns,
`edges/TYPE.sql` adds edges that no file holds. The queries of cypher/seed build the same graph: a test
compares the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Edge:
    """The edge from a row's node to the node that a column names; with `back` the other way."""

    column: str
    type: str
    back: bool = False


@dataclass(frozen=True)
class Shape:
    """The label of a file's rows (a column `labels` overrides it), and their edges."""

    label: str
    edges: tuple[Edge, ...] = ()


SHAPES: Mapping[str, Shape] = {
    "category": Shape("Category"),
    "level": Shape("Level"),
    "notification_kind": Shape("NotificationKind"),
    "platform": Shape("Platform"),
    "ranking": Shape("Ranking"),
    "rule": Shape("Rule"),
    "sender_class": Shape("SenderClass"),
    "xp_rule": Shape("XpRule"),
    "user": Shape("User"),
    "platform_account": Shape("PlatformAccount", (Edge("user", "HAS", back=True), Edge("platform", "ON"))),
    "shop": Shape("Shop", (Edge("platform", "ON"),)),
    "product": Shape("Product", (Edge("shop", "SOLD_BY"), Edge("category", "IN"))),
    "program": Shape("Program", (Edge("shop", "RUNS", back=True),)),
    "purchase": Shape(
        "Purchase", (Edge("user", "MADE", back=True), Edge("shop", "AT"), Edge("product", "OF"))
    ),
    "coupon": Shape(
        "Coupon", (Edge("purchase", "EARNED", back=True), Edge("program", "UNDER"), Edge("shop", "FOR"))
    ),
    "share": Shape("Share", (Edge("publisher", "PUBLISHED", back=True), Edge("coupon", "OFFERS"))),
    "revision": Shape("Revision", (Edge("share", "SAID", back=True),)),
    "claim": Shape("Claim", (Edge("user", "CLAIMED", back=True), Edge("share", "FROM"))),
    "thread": Shape("Thread", (Edge("share", "ABOUT"),)),
    "message": Shape("Message", (Edge("user", "WROTE", back=True), Edge("thread", "IN"))),
    "question": Shape("Question", (Edge("asker", "POSED", back=True), Edge("share", "ABOUT"))),
    "wish": Shape("Wish", (Edge("user", "WISHED", back=True), Edge("category", "WANTS"))),
    "search": Shape("Search", (Edge("user", "SEARCHED", back=True), Edge("category", "ABOUT"))),
    "notification": Shape("Notification", (Edge("user", "TOLD", back=True),)),
    "xp_event": Shape(
        "XpEvent",
        (
            Edge("user", "GAINED", back=True),
            Edge("purchase", "BECAUSE_OF"),
            Edge("share", "BECAUSE_OF"),
            Edge("claim", "BECAUSE_OF"),
            Edge("thread", "BECAUSE_OF"),
        ),
    ),
}
# Columns of `nodes/*.sql` that refer to another file's row, like the references in a header.
DERIVED = {"share": {"publisher": "user"}, "coupon": {"shop": "shop"}}
# Edges that no file holds: the files of their two ends.
ENDS = {"REACHES": ("user", "user"), "TALKS_IN": ("user", "thread")}
# Columns that become properties of a node at one end, not of the edge.
NOT_OF_THE_EDGE = {"purchase-REDEEMED-claim": {"credit_source"}, "purchase-RELEASED-claim": {"credit_source"}}


def is_edge(file: str) -> bool:
    """Whether each row of the file is an edge."""
    return "-" in file


def is_known(file: str) -> bool:
    """Whether the import knows the file."""
    return is_edge(file) or file in SHAPES


def sql(folder: str) -> dict[str, str]:
    """The SQL questions in a folder of this package, by name."""
    return {file.stem: file.read_text("utf-8") for file in sorted((HERE / folder).glob("*.sql"))}
