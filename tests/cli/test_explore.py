"""`circle explore`: answers at a terminal, as tables, files and pictures."""

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
    """A command line over a hub and six friends, who joined long before today."""
    for name in ("hub", "s1", "s2", "s3", "s4", "s5", "s6"):
        given.user(name, created_at=NOW - 3660 * DAY)
        given(f"(hub)-[:FRIEND]->({name})" if name != "hub" else "")
    return CliRunner(env={**environment, "COLUMNS": "200"})


def test_a_question_is_answered_as_a_table_in_two_languages(runner: CliRunner) -> None:
    listed = runner.invoke(circle, ["explore"])
    assert listed.exit_code == 0, listed.output
    assert "weeks=26" in listed.output
    answer = runner.invoke(circle, ["explore", "hubs", "--param", "sample=100"])
    assert answer.exit_code == 0, answer.output
    assert "joined percent" in answer.stdout
    assert "1–4" in answer.stdout
    chinese = runner.invoke(circle, ["explore", "hubs", "--language", "zh"])
    assert "好友数" in chinese.stdout
    assert "rows in" in answer.stderr


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
        written = runner.invoke(circle, ["explore", "hubs", "--format", form])
        assert written.exit_code == 0, written.output
        assert written.stdout == f"hubs.{form}\n"
    assert parquet.read_table("hubs.parquet").to_pylist() == [row]
    with Image.open("hubs.png") as picture:
        assert picture.size == (800, 450)


def test_a_fault_is_reported_in_one_line(runner: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    for words, fault in (
        (["nothing"], "No question is called nothing"),
        (
            ["hubs", "-p", "sample=x"],
            "in steps of 100. The parameters of hubs are sample, limit.",
        ),
        (["hubs", "-p", "sample"], "--param must be KEY=VALUE, not sample."),
    ):
        result = runner.invoke(circle, ["explore", *words])
        assert result.exit_code != 0
        assert fault in result.output
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    result = runner.invoke(circle, ["explore", "hubs", "--format", "png"])
    assert "requirements-explore.lock" in str(result.exception)


@pytest.mark.parametrize("fonts", [True, False], ids=["with Chinese", "without"])
def test_every_question_has_a_picture(graph: Graph, fonts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not fonts:
        monkeypatch.setattr(pictures, "CHINESE", ())
    for kind in PICTURES:
        drawn = next((one for one in questions(graph) if one.picture[0] == kind), question(graph, "hubs"))
        two = [dict.fromkeys(drawn.columns, 3), dict.fromkeys(drawn.columns, 4)]
        for rows in ([], two):
            png = pictures.draw(drawn, Answer(rows, False, {"limit": 10}, 1), "zh")
            assert Image.open(io.BytesIO(png)).size == (800, 450)


def test_serve_reports_a_missing_copy_and_another_server(tmp_path: Path, settings: Settings) -> None:
    shell = CliRunner(env={"CIRCLE_HOME": str(tmp_path)})
    assert str(shell.invoke(circle, ["explore", "serve"]).exception).startswith("There is no copy yet")
    with held(Place.of(replace(settings, home=tmp_path)).serving) as handle:
        assert take(handle)
        assert "Another process serves" in str(shell.invoke(circle, ["explore", "serve"]).exception)
    text = shell.invoke(circle, ["explore", "--help"]).output
    assert all(word in text for word in ("ask", "snapshot", "serve"))
