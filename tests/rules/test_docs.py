"""The documents name what exists."""

import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from flask import Flask

from service.api.docs import CONFIG, CircleApi
from service.cli import COMMANDS, circle
from service.settings import ROOT, VARIABLES, from_env
from tests.rules.test_rooms import GRAPH, ROOMS

FOLDERS = ("docs", "cypher", "seeds", "bench", "examples")
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(file for name in FOLDERS for file in (ROOT / name).rglob("*.md"))])
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
LINK = re.compile(r"""\]\((?!https?:)([^)\s]+)\)|(?:src|href)="(?!https?:)([^"]+)\"""")
FENCE = re.compile(r"^```(.*)$", re.M)
TESTED = re.findall(r"^pytest .*$", (ROOT / "docs/guides/developers.md").read_text("utf-8"), re.M)
EXCERPT = re.compile(r"^<!-- from: (\S+) -->\n```\w+\n(.*?)^```", re.M | re.DOTALL)
LANGUAGES = {"sh", "cypher", "python", "javascript", "json", "csv", "text"}
# A path of this repository in backticks; `…` and `<word>` stand for any name.
PATH = re.compile(r"`((?:service|cypher|tests|seeds|bench|docs|examples|\.ci)/[\w./*-]*)`")
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")


def where(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def prose(file: Path) -> str:
    """The text of a document without its blocks of code."""
    return re.sub(r"^```.*?^```$", "", file.read_text("utf-8"), flags=re.M | re.DOTALL)


def anchors(file: Path) -> set[str]:
    """What a link may name after `#`: the headings, as GitHub spells them."""
    headings = re.findall(r"^#+ (.+)$", prose(file), re.M)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def leaves(name: str, command: click.Command) -> Iterator[str]:
    """Every command below this one, as one types it."""
    if not isinstance(command, click.Group):
        yield name
        return
    context = click.Context(command)
    for word in command.list_commands(context):
        below = command.get_command(context, word)
        assert below is not None
        yield from leaves(f"{name} {word}", below)


def test_the_example_environment_lists_every_setting_with_its_default() -> None:
    text = (ROOT / ".env.example").read_text("utf-8")
    listed = dict(line.split("=", 1) for line in text.splitlines() if line and not line.startswith("#"))
    assert set(listed) == set(VARIABLES)
    plain = from_env({})
    written = from_env({name: value for name, value in listed.items() if name != "CIRCLE_HOME"})
    assert written == plain


@pytest.mark.parametrize("document", DOCUMENTS, ids=where)
def test_a_document_links_to_what_exists(document: Path) -> None:
    for link in ("".join(found) for found in LINK.findall(prose(document))):
        path, _, anchor = link.partition("#")
        target = (document.parent / path).resolve() if path else document
        assert target.exists(), f"links to {link}"
        assert not anchor or anchor in anchors(target), f"links to {link}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=where)
def test_a_document_names_files_that_exist(document: Path) -> None:
    for path in PATH.findall(prose(document)):
        assert any(ROOT.glob(path.rstrip("/"))), f"names {path}"


def test_a_document_names_tests_that_exist() -> None:
    named = {pair for document in DOCUMENTS for pair in NAMED.findall(document.read_text("utf-8"))}
    assert named
    missing = [pair for pair in named if f"def {pair[1]}(" not in (ROOT / pair[0]).read_text("utf-8")]
    assert missing == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=where)
def test_every_block_of_code_is_closed_and_says_its_language(document: Path) -> None:
    fences = FENCE.findall(document.read_text("utf-8"))
    assert len(fences) % 2 == 0
    assert not any(fences[1::2])
    assert set(fences[::2]) <= LANGUAGES


@pytest.mark.parametrize("document", DOCUMENTS, ids=where)
def test_an_excerpt_is_the_code_as_it_stands(document: Path) -> None:
    """`<!-- from: FILE -->` above a block; `…` on a line of its own stands for lines left out."""
    for path, block in EXCERPT.findall(document.read_text("utf-8")):
        text = (ROOT / path).read_text("utf-8")
        for part in block.split("\n…\n"):
            assert part.strip("\n") in text, f"{path} has changed: take the excerpt anew"


@pytest.mark.parametrize("line", TESTED)
def test_the_developers_guide_runs_tests_that_exist(line: str) -> None:
    command = [sys.executable, "-m", *shlex.split(line), "--collect-only"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert listed.returncode == 0, listed.stdout


@pytest.mark.parametrize("decision", DECISIONS, ids=where)
def test_a_decision_is_short_and_linked_from_the_architecture(decision: Path) -> None:
    text = decision.read_text("utf-8")
    assert re.findall(r"^## (\w+)$", text, re.M) == ["Context", "Decision", "Consequence"]
    assert len(text.splitlines()) <= 40
    assert f"({where(decision)})" in (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def test_the_decisions_are_numbered_without_a_gap() -> None:
    assert [int(file.name[:3]) for file in DECISIONS] == list(range(1, len(DECISIONS) + 1))


def test_the_architecture_has_the_import_table_of_the_test() -> None:
    text = " ".join((ROOT / "ARCHITECTURE.md").read_text("utf-8").split())
    assert ROOMS in text
    assert f"graph: {GRAPH}" in text


def test_the_readme_is_read_in_two_minutes() -> None:
    for name in ("README.md", "README.zh.md"):
        assert len((ROOT / name).read_text("utf-8").splitlines()) <= 120


def test_the_reference_lists_every_command() -> None:
    text = (ROOT / "docs" / "reference" / "commands.md").read_text("utf-8")
    every = {name for name in leaves("circle", circle) if not name.endswith(" -h")}
    assert {name for name in every if f"`{name}" not in text} == set()


def test_every_command_is_where_the_list_says() -> None:
    for name, module in COMMANDS.items():
        assert import_module(module), name


def test_package_api_command_line_and_changelog_say_the_same_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    app = Flask("service")
    app.config.update(CONFIG)
    served = CircleApi(app).spec.to_dict()["info"]["version"]
    printed = subprocess.run(
        [sys.executable, "-m", "service.cli", "--version"], capture_output=True, text=True, check=True
    ).stdout.split()[-1]
    newest = re.findall(r"^## (\S+) \(\d{4}-\d\d-\d\d\)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    message = "pyproject.toml changed after it was installed: make check installs it anew"
    assert (served, printed, newest[0]) == (project, project, project), message


def test_the_makefile_lists_its_commands() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert {"help", "run", "test", "check", "bench", "seed"} <= set(
        re.findall(r"^([a-z]+):.*## ", text, re.M)
    )
