"""`circle explore`: questions from a shell, as tables, files and pictures."""

import io
import json
import sys
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as parquet
import pytest
from click.testing import CliRunner
from PIL import Image

from service.cli import circle
from service.copy.place import Place
from service.explore import pictures
from service.explore.questions import Answer, question, questions
from service.graph.catalogue import PICTURES
from service.graph.client import Graph
from service.graph.server.flock import held, take
from service.settings import Settings
from tests.support.given import DAY, NOW, Given


@pytest.fixture
def runner(given: Given, environment: dict[str, str]) -> CliRunner:
    """A shell over a hub and six friends, who came long before today."""
    for name in ("hub", "s1", "s2", "s3", "s4", "s5", "s6"):
        given.user(name, created_at=NOW - 3660 * DAY)
        given(f"(hub)-[:FRIEND]->({name})" if name != "hub" else "")
    return CliRunner(env={**environment, "COLUMNS": "200"})


def test_a_question_is_answered_as_a_table_in_two_languages(runner: CliRunner) -> None:
    listed = runner.invoke(circle, ["explore"])
    assert listed.exit_code == 0, listed.output
    assert "weeks=26" in listed.output
    asked = runner.invoke(circle, ["explore", "hubs", "--param", "sample=100"])
    assert asked.exit_code == 0, asked.output
    assert "joined percent" in asked.stdout
    assert "1–4" in asked.stdout
    chinese = runner.invoke(circle, ["explore", "hubs", "--language", "zh"])
    assert "好友数" in chinese.stdout
    assert "rows in" in asked.stderr


def test_a_question_is_answered_as_a_file(
    runner: CliRunner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    row = {"friends": "1–4", "people": 6, "joined": 0, "joined_percent": None}
    as_json = runner.invoke(circle, ["explore", "hubs", "--format", "json"])
    assert json.loads(as_json.stdout) == [row]
    as_csv = runner.invoke(circle, ["explore", "hubs", "--format", "csv"])
    assert as_csv.stdout.splitlines() == ["friends,people,joined,joined_percent", "1–4,6,0,"]
    for form in ("parquet", "png"):
        made = runner.invoke(circle, ["explore", "hubs", "--format", form])
        assert made.exit_code == 0, made.output
        assert made.stdout == f"hubs.{form}\n"
    assert parquet.read_table("hubs.parquet").to_pylist() == [row]
    with Image.open("hubs.png") as picture:
        assert picture.size == (800, 450)


def test_what_is_wrong_is_said_in_one_line(runner: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    for words, told in (
        (["nothing"], "no question is called nothing"),
        (
            ["hubs", "-p", "sample=x"],
            "sample: A whole number from 100 to 10000 in steps of 100. hubs takes sample, limit.",
        ),
        (["hubs", "-p", "sample"], "--param wants KEY=VALUE, not sample."),
    ):
        asked = runner.invoke(circle, ["explore", *words])
        assert asked.exit_code != 0
        assert told in asked.output
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    asked = runner.invoke(circle, ["explore", "hubs", "--format", "png"])
    assert "requirements-explore.lock" in str(asked.exception)


@pytest.mark.parametrize("fonts", [True, False], ids=["with Chinese", "without"])
def test_every_question_has_a_picture(graph: Graph, fonts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not fonts:
        monkeypatch.setattr(pictures, "CHINESE", ())
    for kind in PICTURES:
        asked = next((one for one in questions(graph) if one.picture[0] == kind), question(graph, "hubs"))
        rows = [dict.fromkeys(asked.columns, 3), dict.fromkeys(asked.columns, 4)]
        for found in ([], rows):
            png = pictures.draw(asked, Answer(found, False, {"limit": 10}, 1), "zh")
            assert Image.open(io.BytesIO(png)).size == (800, 450)


def test_a_copy_that_is_not_there_or_being_served_is_said_so(tmp_path: Path, settings: Settings) -> None:
    shell = CliRunner(env={"CIRCLE_HOME": str(tmp_path)})
    assert str(shell.invoke(circle, ["explore", "serve"]).exception).startswith("There is no copy yet")
    with held(Place.of(replace(settings, home=tmp_path)).serving) as handle:
        assert take(handle)
        assert "being served" in str(shell.invoke(circle, ["explore", "serve"]).exception)
    told = shell.invoke(circle, ["explore", "--help"]).output
    assert all(word in told for word in ("ask", "snapshot", "serve"))
