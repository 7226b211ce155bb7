"""The script that outsiders replay a draw with: it confirms what was published and refuses the rest."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from service.giveaways import draw, replay
from service.giveaways.views import canonical
from tests.giveaways.test_draw import PRIZES, WEIGHTS, entries


def published(source: bytes = b"s" * 32, prizes: int = PRIZES, **rules: object) -> dict[str, Any]:
    """A draw of eight, as the service publishes it."""
    drawn = entries(*WEIGHTS)
    root = draw.root(draw.leaves(drawn))
    seed = draw.seed(source, root)
    names = [entry.pseudonym for entry in draw.order(seed, drawn)]
    terms = {"id": "kettles", "mode": "commit", "commitment": sha256(source).hexdigest(), "beacon": None}
    text, rules_hash = canonical(
        {**terms, "quantity": prizes, "value_fen": 100, "odds": [1, 2, 4, 6, 8, 10], **rules}
    )
    return {
        "id": "kettles",
        "rules": text,
        "rules_hash": rules_hash,
        "earlier_rules": [],
        "secret": source.hex(),
        "beacon": None,
        "root": root.hex(),
        "entrants": len(drawn),
        "total_weight": sum(WEIGHTS),
        "seed": seed.hex(),
        "entries": [{"pseudonym": e.pseudonym, "weight": e.weight, "nonce": e.nonce} for e in drawn],
        "winners": names[:prizes],
        "alternates": names[prizes:],
    }


def run(told: object, *arguments: str) -> tuple[int, str]:
    """What the stand-alone script says, run as anybody would: alone, from its file."""
    script = Path(replay.__file__)
    text = told if isinstance(told, str) else json.dumps(told)
    # -I -S: neither this project nor any installed package can be imported
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(script), *arguments],
        input=text,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1
    return done.returncode, done.stdout


def test_the_script_replays_a_draw() -> None:
    told = published()
    code, line = run(told)
    assert (code, line) == (
        0, "OK: 8 entries of total weight 34, 3 winners, giveaway kettles replays exactly.\n"
    )  # fmt: skip
    winner = told["winners"][0]
    nonce = next(entry["nonce"] for entry in told["entries"] if entry["pseudonym"] == winner)
    noted = ("--rules-hash", told["rules_hash"], "--root", told["root"], "--entry", winner, "--nonce", nonce)
    assert run(told, *noted)[1].endswith("; your entry is number 1, a winner.\n")


def heavier(told: dict[str, Any]) -> None:
    told["entries"][0]["weight"] = 10
    told["total_weight"] += 9


def swapped(told: dict[str, Any]) -> None:
    told["winners"][0], told["alternates"][0] = told["alternates"][0], told["winners"][0]


def another_secret(told: dict[str, Any]) -> None:
    told.update({**published(b"t" * 32), "rules": told["rules"], "rules_hash": told["rules_hash"]})


def one_more(told: dict[str, Any]) -> None:
    told["entries"].append({"pseudonym": "ab" * 32, "weight": 1, "nonce": "00"})
    told["entrants"] += 1
    told["total_weight"] += 1


def more_prizes(told: dict[str, Any]) -> None:
    told["rules"] = told["rules"].replace('"quantity":3', '"quantity":4')


def fractional(told: dict[str, Any]) -> None:
    told["entries"][0]["weight"] = 1.0


def fewer_prizes_than_promised(told: dict[str, Any]) -> None:
    told["earlier_rules"] = [published(prizes=4)["rules"]]


def other_times(told: dict[str, Any]) -> None:
    told["earlier_rules"] = [published(closes_at="2030-01-08T00:00:00Z")["rules"]]


def of_another(told: dict[str, Any]) -> None:
    told["id"] = "lamps"


def twice(told: dict[str, Any]) -> None:
    told["entries"][1]["pseudonym"] = told["entries"][0]["pseudonym"]


def out_of_odds(told: dict[str, Any]) -> None:
    told.update({**published(odds=[1] * 6)})


@pytest.mark.parametrize(
    "tamper",
    [heavier, swapped, another_secret, one_more, more_prizes, fractional, fewer_prizes_than_promised,
     other_times, of_another, twice, out_of_odds],
)  # fmt: skip
def test_the_script_refuses_a_tampered_copy(tamper: Any) -> None:
    told = published()
    tamper(told)
    code, line = run(told)
    assert code == 1
    assert line.startswith("REFUSED: ")


def test_the_script_holds_a_draw_to_what_was_noted() -> None:
    told = published()
    assert run(told, "--root", "00" * 32)[0] == 1
    assert run(told, "--rules-hash", "00" * 32)[0] == 1
    assert run(told, "--entry", "00" * 32)[0] == 1
    assert run(told, "--entry", told["winners"][0], "--nonce", "00")[0] == 1


@pytest.mark.parametrize(
    "junk", ["", "[]", "{}", "null", '{"rules": 3, "earlier_rules": []}', '{"path": []}']
)
def test_the_script_says_when_there_is_nothing_to_replay(junk: str) -> None:
    code, line = run(junk)
    assert code == 2
    assert line.startswith("NOTHING TO REPLAY: ")


def test_the_script_checks_a_proof_of_inclusion() -> None:
    drawn = entries(*WEIGHTS)
    leaves = draw.leaves(drawn)
    mine = drawn[5]
    index = leaves.index(mine.leaf)
    told: dict[str, Any] = {
        "pseudonym": mine.pseudonym,
        "weight": mine.weight,
        "nonce": mine.nonce,
        "index": index,
        "size": len(leaves),
        "path": [node.hex() for node in draw.audit_path(leaves, index)],
        "root": draw.root(leaves).hex(),
    }
    assert run(told)[0] == 0
    assert run(told, "--root", told["root"])[0] == 0
    assert run(told, "--root", "00" * 32)[0] == 1
    assert run({**told, "weight": mine.weight + 1})[0] == 1
    assert run({**told, "path": told["path"][1:]})[0] == 1
    assert run({**told, "index": index ^ 1})[0] == 1
