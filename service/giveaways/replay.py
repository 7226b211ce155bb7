#!/usr/bin/env python3
"""Replays a published draw of Shopping Circle. Needs Python 3.8 or newer and nothing else.

    python3 replay.py https://the.service/v1/giveaways/ID/verify
    python3 replay.py draw.json
    python3 replay.py < draw.json

Its input is the answer of .../verify, or of .../proof (is my entry in the published root?).
It also compares your own notes: --rules-hash (shown at opening), --root (shown at close), --entry and
--nonce (you got both when you entered).

It prints the result in one line and exits with 0 (all is as published), 1 (it is not) or 2 (nothing to
replay).

Steps:
  1. The rules' SHA-256 is the rules' hash.
  2. Mode commit: the secret's SHA-256 is the commitment in the rules. Mode beacon: the value is of the round
     in the rules; compare it with the beacon's own publication.
  3. The leaves `pseudonym:weight:nonce`, sorted, have the Merkle root (RFC 6962), the number of entries and
     the total weight that were published at close; no weight is outside the odds of the rules.
  4. seed = SHA256(secret or beacon || root); an entry of weight w holds the tickets
     SHA256(seed || pseudonym || i), i = 0 .. w-1 as four bytes; sorted by lowest ticket, the entries stand in
     the published order, and the first ones, as many as there are prizes, are the winners.
"""

from __future__ import annotations

import argparse
import json
import sys
import urllib.request
from hashlib import sha256
from pathlib import Path
from typing import Any, Dict, List, Sequence, Tuple  # noqa: UP035  Python 3.8 has no dict[str, Any] at run time

Json = Dict[str, Any]  # noqa: UP006
MAY_RISE = ("quantity", "value_fen")


class Wrong(Exception):
    """Something is not as published."""


def check(right: bool, what: str) -> None:
    if not right:
        raise Wrong(what)


def digest(*parts: bytes) -> bytes:
    return sha256(b"".join(parts)).digest()


def merkle_root(leaves: Sequence[bytes]) -> bytes:
    """RFC 6962, section 2.1, as it is written there."""
    if len(leaves) < 2:
        return digest(b"\x00", leaves[0]) if leaves else digest()
    split = 1 << (len(leaves) - 1).bit_length() - 1
    return digest(b"\x01", merkle_root(leaves[:split]), merkle_root(leaves[split:]))


def path_root(node: bytes, index: int, size: int, path: Sequence[bytes]) -> bytes:
    """The root that an audit path leads to from a leaf's hash; RFC 6962, section 2.1.1."""
    check((size == 1) == (not path), "the audit path does not have the length of the tree")
    if size == 1:
        return node
    split = 1 << (size - 1).bit_length() - 1
    if index < split:
        return digest(b"\x01", path_root(node, index, split, path[:-1]), path[-1])
    return digest(b"\x01", path[-1], path_root(node, index - split, size - split, path[:-1]))


def leaf(entry: Json) -> bytes:
    check(type(entry["weight"]) is int, "a weight is not a whole number")
    check(len(bytes.fromhex(entry["pseudonym"])) == 32, "a pseudonym is not 64 hex digits")
    return f"{entry['pseudonym']}:{entry['weight']}:{entry['nonce']}".encode()


def lowest_ticket(seed: bytes, entry: Json) -> bytes:
    start = seed + bytes.fromhex(entry["pseudonym"])
    return min(digest(start, i.to_bytes(4, "big")) for i in range(entry["weight"]))


def check_rules(answer: Json, noted: argparse.Namespace) -> Json:
    texts: List[str] = [*answer["earlier_rules"], answer["rules"]]  # noqa: UP006
    hashes = [digest(text.encode()).hex() for text in texts]
    check(hashes[-1] == answer["rules_hash"], "the rules do not have the published hash")
    check(noted.rules_hash in (None, *hashes), "the rules you noted are not among those published")
    versions = [json.loads(text) for text in texts]
    for before, after in zip(versions[:-1], versions[1:]):  # noqa: B905, RUF007  Python 3.8
        check(all(before[name] <= after[name] for name in MAY_RISE), "a change of the rules took something")
        check({**before, **after} == after, "a change of the rules left something out")
        kept = set(after) - set(MAY_RISE)
        check(all(before.get(name) == after[name] for name in kept), "a change touched more than the prizes")
    check(versions[-1]["id"] == answer["id"], "the rules are those of another giveaway")
    return dict(versions[-1])


def check_entries(answer: Json, rules: Json) -> List[Json]:  # noqa: UP006
    entries: List[Json] = answer["entries"]  # noqa: UP006
    leaves = sorted(map(leaf, entries))
    weights = [entry["weight"] for entry in entries]
    allowed = {max(1, part) for weight in rules["odds"] for part in (weight, weight // 2)}
    check(len({entry["pseudonym"] for entry in entries}) == len(entries), "an entry stands twice")
    check(set(weights) <= allowed, "a weight is not in the odds of the rules")
    check(len(entries) == answer["entrants"], "the number of entries is not the published one")
    check(sum(weights) == answer["total_weight"], "the total weight is not the published one")
    check(merkle_root(leaves).hex() == answer["root"], "the entries do not have the published root")
    return entries


def source(answer: Json, rules: Json) -> bytes:
    """The bytes that, with the root, decide the draw."""
    if rules["mode"] == "commit":
        secret = bytes.fromhex(answer["secret"])
        check(digest(secret).hex() == rules["commitment"], "the secret is not the one the rules commit to")
        return secret
    named = {name: answer["beacon"][name] for name in rules["beacon"]}
    check(named == rules["beacon"], "the beacon's round is not the one the rules name")
    return bytes.fromhex(answer["beacon"]["value"])


def replay(answer: Json, noted: argparse.Namespace) -> str:
    rules = check_rules(answer, noted)
    check(noted.root in (None, answer["root"]), "the root is not the one you noted")
    entries = check_entries(answer, rules)
    seed = digest(source(answer, rules), bytes.fromhex(answer["root"]))
    check(seed.hex() == answer["seed"], "the seed does not follow from its source and the root")
    drawn = sorted(entries, key=lambda entry: (lowest_ticket(seed, entry), entry["pseudonym"]))
    names = [entry["pseudonym"] for entry in drawn]
    prizes = rules["quantity"]
    check(names[:prizes] == answer["winners"], "the winners are not those that the tickets give")
    check(names[prizes:] == answer["alternates"], "the alternates do not stand as the tickets give")
    summary = f"{len(names)} entries of total weight {answer['total_weight']}, {len(names[:prizes])} winners"
    return f"{summary}, giveaway {answer['id']} replays exactly{mine(drawn, prizes, noted)}"


def mine(drawn: List[Json], prizes: int, noted: argparse.Namespace) -> str:  # noqa: UP006
    """The place of the entry in --entry, as the end of a sentence."""
    if noted.entry is None:
        return ""
    place = next((n for n, entry in enumerate(drawn, 1) if entry["pseudonym"] == noted.entry), 0)
    check(place > 0, "your entry is not among the entries")
    check(noted.nonce in (None, drawn[place - 1]["nonce"]), "your nonce is not the one you noted")
    return f"; your entry is number {place}, {'a winner' if place <= prizes else 'an alternate'}"


def prove(answer: Json, noted: argparse.Namespace) -> str:
    check(noted.root in (None, answer["root"]), "the root is not the one you noted")
    check(noted.entry in (None, answer["pseudonym"]), "the proof is of another entry")
    check(noted.nonce in (None, answer["nonce"]), "your nonce is not the one you noted")
    check(0 <= answer["index"] < answer["size"], "the leaf stands outside the tree")
    path = [bytes.fromhex(node) for node in answer["path"]]
    top = path_root(digest(b"\x00", leaf(answer)), answer["index"], answer["size"], path)
    check(top.hex() == answer["root"], "the audit path does not lead to the root")
    return f"the root {answer['root']} holds your entry with weight {answer['weight']}"


def read(place: str) -> Json:
    if place == "-":
        return dict(json.load(sys.stdin))
    if place.startswith(("http://", "https://")):
        with urllib.request.urlopen(place, timeout=60) as response:  # noqa: S310  these two schemes only
            return dict(json.load(response))
    return dict(json.loads(Path(place).read_text("utf-8")))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Replay a published draw.")
    parser.add_argument("place", nargs="?", default="-", help="an address, a file, or - for standard input")
    for name in ("--rules-hash", "--root", "--entry", "--nonce"):
        parser.add_argument(name, help="what you noted yourself")
    return parser.parse_args()


def main() -> Tuple[int, str]:  # noqa: UP006
    noted = arguments()
    try:
        answer = read(noted.place)
        return 0, f"OK: {prove(answer, noted) if 'path' in answer else replay(answer, noted)}."
    except Wrong as wrong:
        return 1, f"REFUSED: {wrong}."
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        return 2, f"NOTHING TO REPLAY: {type(error).__name__}: {error}"


if __name__ == "__main__":
    code, line = main()
    sys.stdout.write(f"{line}\n")
    sys.exit(code)
