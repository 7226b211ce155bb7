"""The commands that the documents show, run on the demo town as a reader with a running service runs them."""

import csv
import os
import re
import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
import orjson
import pytest

from service.actions import levels, wishes
from service.credentials.keys import keys
from service.demo import giveaways
from service.demo import wishes as demo_wishes
from service.demo.guests import GUESTS
from service.graph.ready import opened
from service.graph.server.embedded import server
from service.settings import ROOT, from_env
from tests.rules.test_docs import DOCUMENTS, where
from tests.support.cypher import Cypher
from tests.support.invariants import broken
from tests.support.processes import SECONDS
from tests.support.running import Running
from tests.support.town_rules import RULES

pytestmark = pytest.mark.timeout(900)  # a whole town is loaded first

GUIDES = ("guides/analysts", "guides/merchants", "guides/admins")
# Why a block is not run: what stands in `<!-- not run: … -->` above it.
NOT_RUN = {
    "it serves until Ctrl-C",
    "it asks the copy that the line above serves",
    "it sets everything up, and the second line is this suite",
    "it needs Docker",
    "it needs a server of your own",
    "it runs a part of this suite",
    "the folders are examples",
    "it takes minutes to hours",
    "a token stands where the dots are",
}
# A document in two languages has the same lines in both.
ALIKE = {f"docs/{name}.zh.md": f"docs/{name}.md" for name in ("tutorial", *GUIDES)}
# The columns that count people.
GROUPS = {"people", "buyers", "claimers", "sharers", "publishers", "seekers", "lacking", "customers"}


def blocks(document: str) -> Iterator[tuple[str | None, str]]:
    """Every `sh` block of a document, and why it is not run: None when it is."""
    text = (ROOT / document).read_text("utf-8")
    for reason, lines in re.findall(r"(?:<!-- not run: ([^\n]+) -->\n)?```sh\n(.*?)```", text, re.DOTALL):
        yield reason or None, lines


def script(document: str) -> str:
    """Every block of a document that runs, as one script that stops at the first failure."""
    return "set -euo pipefail\n" + "\n".join(lines for reason, lines in blocks(document) if reason is None)


def run(lines: str, service: Running, folder: Path) -> str:
    """What these lines print in `folder`; fails when they fail."""
    shown = subprocess.run(
        ["bash", "-c", lines],
        cwd=folder,
        env={**service.environment, "COLUMNS": "160"},
        capture_output=True,
        text=True,
        timeout=SECONDS * 4,
        check=False,
    )
    assert shown.returncode == 0, shown.stdout + shown.stderr
    return shown.stdout


@pytest.fixture(scope="module")
def service(empty_database: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A service over the demo town."""
    with Running(tmp_path_factory.mktemp("town"), empty_database) as running:
        running.circle("seed", str(ROOT / "seeds" / "demo"), "--shift-to-today")
        yield running


def test_the_demo_town_holds_every_rule_and_has_something_for_everybody(service: Running) -> None:
    settings = from_env(service.environment)
    now = datetime.now(UTC)
    at: dict[str, Any] = {"limit": 9, "now": now, "before": None, "before_id": None}
    with server(settings) as address, Cypher(address) as cypher, opened(address) as graph:
        assert [cypher.rows(broken) for broken in RULES] == [[] for _ in RULES]
        for guest in GUESTS:
            talks = graph.rows("threads/mine", me=guest.id, thread=None, state=None, **at)
            assert len(talks) >= 2, guest
            assert wishes.asking(graph, guest.id, **at)[0]["coupons"], guest
            assert graph.rows("wishes/mine", me=guest.id, wish=None, **at), guest
        gaps = graph.rows("explore/gap_map", sample=2000, limit=30, now=now)
        assert {"furniture", "garden", "health"} >= {gap["category"] for gap in gaps} != set()
        assert demo_wishes.answer(graph, now) == demo_wishes.ANSWERS
        mine = graph.rows("wishes/mine", me="xinyi", wish=None, **at)
        assert any(wish["answers"] for wish in mine)
        steps = graph.rows("explore/wishes", category=None, weeks=26, limit=10, now=now)
        assert [row["step"] for row in steps] == ["made", "answered"]
        levels.refresh(graph, "chen_xi", now=now)
        giveaways.hold(graph, keys(settings), now)
        held = graph.rows("giveaways/list", me="xinyi", only=None, every=False, status=None, **at)
        assert [one["status"] for one in held] == ["open", "drawn"]
        assert broken(cypher, now) == {}


def tour(shown: str, _folder: Path) -> None:
    assert "Third bag of this oolong" in shown
    assert "eight hours in the fridge" in shown
    assert "redeemed" in shown
    assert shown.count("Roasted oolong 焙火乌龙") >= 4
    assert "Post a wish" in shown
    assert "\nada\n1\n" in shown
    assert "Pours without a drop" in shown
    assert 'event: circle\ndata: {"count":1}' in shown
    assert "event: end" in shown
    assert all(kind in shown for kind in ("answer", "friend_purchase", "helpful", "publish"))
    level = re.search(r"chen_xi: level ([1-5]) \S+ \((.+)\), \d+ experience in all", shown)
    assert level
    assert f'"name_en":"{level[2]}"' in shown
    assert re.search(r'"state":"(pending|matured)"', shown)
    assert "每天最多计" in shown
    assert "drawn: 7 entrants" in shown
    assert "3 winners, giveaway" in shown
    assert "REFUSED: the winners are not those that the tickets give.\n" in shown
    assert re.search(r"^ok +nothing_dangling +0 *$", shown, re.M)


def analysts(shown: str, folder: Path) -> None:
    assert "passed on" in shown
    assert "主推商品" in shown
    assert "每周有多少订单、分享、领取和用券" in shown
    assert "day,claims,so_far,percent" in shown
    assert (folder / "circles.png").read_bytes().startswith(b"\x89PNG")


def merchants(shown: str, _folder: Path) -> None:
    assert '"id":"muhe-fryer-1"' in shown
    assert "}200\n" in shown  # the budget, after the shops
    insight = orjson.loads(shown.splitlines()[-1])
    assert insight["shop"]["id"] == "muhe-fryer-1"
    assert len(insight["funnel"]) == 4
    assert all(step["count"] is None or step["count"] % 5 == 0 for step in insight["funnel"])


def admins(shown: str, folder: Path) -> None:
    assert "2  user-FRIEND-user" in shown
    assert "import_shops\nimport_products\nimport_orders\n" in shown
    assert "2  user-ASKED-user" in shown
    assert "rows are valid" in shown
    assert orjson.loads((folder / "hamlet.json").read_bytes())["rows"]["user"] == 100
    assert "active\nv1\nJoins the data team\n" in shown
    assert shown.splitlines()[-1].startswith("checksum")


# Every document whose lines are run, and what they show; the tour first, since it asks least of the town.
RUN: dict[str, Callable[[str, Path], None]] = {
    "docs/tutorial.md": tour,
    "docs/guides/analysts.md": analysts,
    "docs/guides/merchants.md": merchants,
    "docs/guides/admins.md": admins,
}


def test_every_block_of_commands_runs_or_says_why_it_does_not() -> None:
    reasons = set()
    for document in map(where, DOCUMENTS):
        given = [reason for reason, _ in blocks(document)]
        reasons |= {reason for reason in given if reason}
        assert None not in given or document in RUN or document in ALIKE, document
    assert reasons == NOT_RUN


@pytest.mark.parametrize("document", ALIKE)
def test_a_document_has_the_same_commands_in_both_languages(document: str) -> None:
    assert list(blocks(document)) == list(blocks(ALIKE[document]))


@pytest.mark.parametrize("document", RUN)
def test_the_lines_of_a_document_run_as_they_stand(document: str, service: Running, tmp_path: Path) -> None:
    RUN[document](run(script(document), service, tmp_path), tmp_path)


def slow(answer: dict[str, Any]) -> bool:
    """Whether it was given up, or took more than two seconds of a machine that nobody else uses."""
    crowd = max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))
    return "rows" not in answer or bool(answer["milliseconds"] > 2000 * crowd)


def test_every_question_is_answered_within_two_seconds_and_speaks_of_groups(service: Running) -> None:
    service.circle("user", "password", "town_analyst", "--password", "the analyst asks a lot")
    analyst = {"handle": "town_analyst", "password": "the analyst asks a lot"}
    with httpx.Client(base_url=service.url, timeout=SECONDS) as client:
        token = client.post("/v1/sessions", json=analyst).json()["token"]
        client.headers["Authorization"] = f"Bearer {token}"
        names = [item["name"] for item in client.get("/v1/explore").json()["items"]]
        answers = {name: client.get(f"/v1/explore/{name}").json() for name in names}
        for name in [
            name for name in names if slow(answers[name])
        ] * 2:  # planned just now, for the first time
            answers[name] = client.get(f"/v1/explore/{name}").json() if slow(answers[name]) else answers[name]
    assert {name: answer for name, answer in answers.items() if slow(answer)} == {}
    rows = [row for answer in answers.values() for row in answer["rows"]]
    groups = [row[column] for row in rows for column in GROUPS & set(row)]
    assert min(groups) >= 5
    with (ROOT / "seeds" / "demo" / "user.csv").open(encoding="utf-8") as file:
        people = {value for row in csv.DictReader(file) for value in (row["handle"], row["display_name"])}
    assert people & {str(value) for row in rows for value in row.values()} == set()
    without = {name for name, answer in answers.items() if not answer["rows"]}
    assert without <= {"gap_map", "giveaways", "level_flow", "wishes"}  # what nobody does in the town
