"""A draw, in bytes and whole numbers alone, so that anybody can repeat it.

- An entry's leaf is the text `pseudonym:weight:nonce`. The leaves, sorted, make a Merkle tree after
  RFC 6962 (leaf `SHA256(00 || leaf)`, node `SHA256(01 || left || right)`); its root is published at close.
- The seed is `SHA256(source || root)`. The source is a secret (its hash is published at opening), or the
  value of a public beacon's round after the close.
- An entry of weight w holds the tickets `SHA256(seed || pseudonym || i)`, i = 0 .. w-1 as four bytes, big
  end first. The lowest tickets order the entries: the first win, the rest are alternates.

Its order has the distribution of a draw entry by entry, each with a chance in proportion to its weight
among the entries left (Efraimidis and Spirakis, 2006).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any


@dataclass(frozen=True)
class Entry:
    """An entry of a draw: pseudonym (64 hex digits), weight (1 or more) and nonce (32 hex digits)."""

    pseudonym: str
    weight: int
    nonce: str

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "Entry":
        """The entry in a row or an answer."""
        return cls(row["pseudonym"], row["weight"], row["nonce"])

    @property
    def leaf(self) -> bytes:
        """Its leaf in the Merkle tree."""
        return f"{self.pseudonym}:{self.weight}:{self.nonce}".encode()


def leaves(entries: Iterable[Entry]) -> list[bytes]:
    """The leaves of the tree, in its order."""
    return sorted(entry.leaf for entry in entries)


def root(leaves: Sequence[bytes]) -> bytes:
    """The Merkle tree hash (RFC 6962, 2.1) of leaves in this order; of none, SHA256 of nothing."""
    return _levels(leaves)[-1][0] if leaves else sha256().digest()


def audit_path(leaves: Sequence[bytes], index: int) -> list[bytes]:
    """The Merkle audit path (RFC 6962, 2.1.1) of the leaf at `index`, from the bottom up."""
    path = []
    for level in _levels(leaves)[:-1]:
        if (index ^ 1) < len(level):
            path.append(level[index ^ 1])
        index >>= 1
    return path


def included(leaf: bytes, index: int, size: int, path: Sequence[bytes], root: bytes) -> bool:
    """Whether `path` proves that the tree of `size` leaves under `root` holds `leaf` at `index`."""
    if not 0 <= index < size:
        return False
    node, last, rest = _leaf_hash(leaf), size - 1, list(path)
    while last:
        if index & 1 or index < last:
            if not rest:
                return False
            sibling = rest.pop(0)
            node = _node_hash(sibling, node) if index & 1 else _node_hash(node, sibling)
        index, last = index >> 1, last >> 1
    return not rest and node == root


def seed(source: bytes, root: bytes) -> bytes:
    """The bytes that every ticket is derived from."""
    return sha256(source + root).digest()


def ticket(seed: bytes, entry: Entry) -> bytes:
    """The lowest ticket of an entry."""
    start = seed + bytes.fromhex(entry.pseudonym)
    return min(sha256(start + number.to_bytes(4, "big")).digest() for number in range(entry.weight))


def order(seed: bytes, entries: Iterable[Entry]) -> list[Entry]:
    """The entries in the order of the draw: first the winners, then the alternates."""
    return sorted(entries, key=lambda entry: (ticket(seed, entry), entry.pseudonym))


def _levels(leaves: Sequence[bytes]) -> list[list[bytes]]:
    """The hashes of the tree, level by level. An odd one moves up unchanged, as RFC 6962 splits."""
    levels = [[_leaf_hash(leaf) for leaf in leaves]]
    while len(levels[-1]) > 1:
        below = levels[-1]
        pairs = [_node_hash(below[n], below[n + 1]) for n in range(0, len(below) - 1, 2)]
        levels.append(pairs + below[len(pairs) * 2 :])
    return levels


def _leaf_hash(leaf: bytes) -> bytes:
    return sha256(b"\x00" + leaf).digest()


def _node_hash(left: bytes, right: bytes) -> bytes:
    return sha256(b"\x01" + left + right).digest()
