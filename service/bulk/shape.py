"""What becomes of a seed file in the graph: a node of each row, and the edges of its columns.

A file named A-TYPE-B is edges of TYPE from the thing of its first key to that of its second, with its other
columns as properties. Every other file is a row here; what its nodes say beyond its own columns is in
`nodes/FILE.sql`, edges that no file names are in `edges/TYPE.sql`. The queries of cypher/seed make the same,
and a test holds both to it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Edge:
    """The edge between a row's node and that which one of its columns names; `back` towards the row."""

    column: str
    type: str
    back: bool = False


@dataclass(frozen=True)
class Shape:
    """The label of a file's rows, unless their column `labels` says more, and their edges."""

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
# Columns of `nodes/*.sql` that name another file's row, as references of a header do.
DERIVED = {"share": {"publisher": "user"}, "coupon": {"shop": "shop"}}
# Edges that no file names: the files whose things they join.
ENDS = {"REACHES": ("user", "user"), "TALKS_IN": ("user", "thread")}
# What is told of the thing at one end of an edge, not of the edge.
NOT_OF_THE_EDGE = {"purchase-REDEEMED-claim": {"credit_source"}, "purchase-RELEASED-claim": {"credit_source"}}


def is_edge(file: str) -> bool:
    """Whether each row of the file is an edge."""
    return "-" in file


def is_known(file: str) -> bool:
    """Whether the import knows what becomes of the file."""
    return is_edge(file) or file in SHAPES


def sql(folder: str) -> dict[str, str]:
    """The questions of one folder of this package by name."""
    return {file.stem: file.read_text("utf-8") for file in sorted((HERE / folder).glob("*.sql"))}
