"""An export of the whole graph as keyed files, read through Cypher while the service runs.

`Label.jsonl.gz` holds the nodes of a label, one JSON object a line: `{"key", "labels", "properties"}`;
`Label-TYPE-Label.jsonl.gz` holds relationships: `{"from", "to", "properties"}` by the keys of their ends.
Bytes are base64. Lines are in no order. The export reads relationships before nodes, so the ends of a
relationship are in it unless they were deleted meanwhile. Two exports of an unchanged graph are equal.
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

# Secrets of sessions and logs of operations: useless elsewhere, or dangerous.
LEFT_OUT = ("Credential", "Session", "LinkCode", "Op")
# Labels of roles and states: they do not say what a node is.
ROLES = {"Creator", "Analyst", "Admin", "Merchant"}
STATES = ROLES | {"Active", "NoBridge", "Live", "Taken", "Unsettled", "Untold"}
KEYS = ("id", "key", "name", "kind", "rank", "hash", "giveaway_id")
ENDING = ".jsonl.gz"
ABOUT = "about.json"
SUM_BITS = 256
OPTIONS = orjson.OPT_UTC_Z | orjson.OPT_SORT_KEYS


@dataclass
class Sum:
    """A number of lines, and a sum of their SHA-256 hashes in any order."""

    lines: int = 0
    total: int = field(default=0, repr=False)

    def add(self, line: bytes) -> None:
        """Add `line`."""
        self.lines += 1
        self.total = (self.total + int.from_bytes(hashlib.sha256(line).digest())) % (1 << SUM_BITS)

    @property
    def checksum(self) -> str:
        """64 hex digits; equal for equal lines in any order."""
        return f"{self.total:0{SUM_BITS // 4}x}"


def export(graph: Graph, folder: Path) -> dict[str, Sum]:
    """Write the graph into the new folder `folder`. Returns the sum of each file.

    `about.json` lists the lines and the checksum of every file. It is written last: without it the
    export is incomplete. Raises Unavailable for a folder that is not empty.
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
    listed = {name: {"lines": one.lines, "checksum": one.checksum} for name, one in sorted(sums.items())}
    about = {"checksum": checksum(sums), "left_out": LEFT_OUT, "files": listed}
    (folder / ABOUT).write_bytes(orjson.dumps(about, option=orjson.OPT_INDENT_2))
    return dict(sorted(sums.items()))


def checksum(sums: dict[str, Sum]) -> str:
    """One checksum of all files: equal for equal graphs, in any store."""
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
    """The label that names the kind of a node."""
    return min(set(node["labels"]) - STATES, default="Node")


def _key(node: Row) -> str | int:
    """The key of a node among its kind; the database's own id for the few without a key."""
    known = (node["properties"].get(name) for name in KEYS)
    key: str | int = next((key for key in known if key is not None), node["element"])
    return key
