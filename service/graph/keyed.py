"""The whole graph as keyed files, read through Cypher while the service goes on.

`Label.jsonl.gz` holds the nodes of a label, one JSON object a line: `{"key", "labels", "properties"}`;
`Label-TYPE-Label.jsonl.gz` holds relationships: `{"from", "to", "properties"}` by the keys of their ends.
Bytes are base64. Lines are in no order. Relationships are read before nodes, so that what a relationship
names is there, unless it was deleted while the export ran; two exports of a graph that stands still are
alike.
"""

import gzip
import hashlib
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import orjson

from service.errors import Unavailable
from service.graph.client import Graph, Row

# What signs people in, and the notes of operations: of no use elsewhere, or worse.
LEFT_OUT = ("Credential", "Session", "LinkCode", "Op")
# Labels that say how somebody or something is, not what it is.
ROLES = {"Creator", "Analyst", "Admin", "Merchant"}
STATES = ROLES | {"Active", "NoBridge", "Live", "Taken", "Unsettled", "Untold"}
KEYS = ("id", "key", "name", "kind", "rank", "hash", "giveaway_id")
ENDING = ".jsonl.gz"
ABOUT = "about.json"
SUM_BITS = 256
OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_SORT_KEYS


@dataclass
class Sum:
    """How many lines there are, and a sum of their SHA-256 hashes that does not depend on their order."""

    lines: int = 0
    total: int = field(default=0, repr=False)

    def add(self, line: bytes) -> None:
        """Count `line` in."""
        self.lines += 1
        self.total = (self.total + int.from_bytes(hashlib.sha256(line).digest())) % (1 << SUM_BITS)

    @property
    def checksum(self) -> str:
        """64 hex digits; equal for equal lines in any order."""
        return f"{self.total:0{SUM_BITS // 4}x}"


def export(graph: Graph, folder: Path) -> dict[str, Sum]:
    """Write the graph into `folder`, made for it; what each file holds.

    `about.json` in it tells lines and checksum of every file, and is written last: without it the
    export is not whole. Raises Unavailable when there is something in the folder already.
    """
    _make(folder)
    sums: dict[str, Sum] = {}
    with ExitStack() as stack:
        files: dict[str, gzip.GzipFile] = {}
        for name, line in _lines(graph):
            if name not in files:
                files[name] = stack.enter_context(gzip.open(folder / f"{name}{ENDING}", "wb", 3))
                sums[name] = Sum()
            files[name].write(line + b"\n")
            sums[name].add(line)
    told = {name: {"lines": one.lines, "checksum": one.checksum} for name, one in sorted(sums.items())}
    about = {"checksum": checksum(sums), "left_out": LEFT_OUT, "files": told}
    (folder / ABOUT).write_bytes(orjson.dumps(about, option=orjson.OPT_INDENT_2))
    return dict(sorted(sums.items()))


def checksum(sums: dict[str, Sum]) -> str:
    """One checksum of all files: the same for the same graph, wherever it is kept."""
    whole = Sum()
    for name, one in sums.items():
        whole.add(f"{name} {one.lines} {one.checksum}".encode())
    return whole.checksum


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise Unavailable(f"{folder} is not empty.")
    except OSError as error:
        raise Unavailable(f"Cannot write into {folder}: {error.strerror}.") from error


def _lines(graph: Graph) -> Iterator[tuple[str, bytes]]:
    """The name of a file and a line of it, relationships first."""
    for edge in graph.each("keyed/edges", left_out=LEFT_OUT):
        ends = _kind(edge["start"]), _kind(edge["end"])
        line = {"from": _key(edge["start"]), "to": _key(edge["end"]), "properties": edge["properties"]}
        yield f"{ends[0]}-{edge['type']}-{ends[1]}", orjson.dumps(line, option=OPTIONS)
    for node in graph.each("keyed/nodes", left_out=LEFT_OUT):
        line = {"key": _key(node), "labels": sorted(node["labels"]), "properties": node["properties"]}
        yield _kind(node), orjson.dumps(line, _text, OPTIONS)


def _text(value: object) -> str:
    """The bytes of a photo, as base64."""
    if isinstance(value, bytes | bytearray):
        return b64encode(value).decode()
    raise TypeError


def _kind(node: Row) -> str:
    """The label that says what a node is."""
    return min(set(node["labels"]) - STATES, default="Node")


def _key(node: Row) -> str | int:
    """What tells a node from all others of its kind; the database's own id for the few that have nothing."""
    known = (node["properties"].get(name) for name in KEYS)
    key: str | int = next((key for key in known if key is not None), node["element"])
    return key
