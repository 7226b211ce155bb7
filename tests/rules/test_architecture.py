"""The rules of ARCHITECTURE.md that a machine can hold."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from flask import Flask

from service.api.http.access import ACCESS
from service.api.problems.codes import CODES
from service.graph import catalogue
from service.settings import ROOT

SERVICE = sorted((ROOT / "service").rglob("*.py"))
QUERIES = catalogue.load(ROOT / "cypher")
LONGEST_FILE = 200
# The one door to each outside thing.
DOORS = {
    "neo4j": {
        f"service/graph/{name}.py"
        for name in ("__init__", "breaker", "client", "unit", "failures", "values", "probe", "console")
    },
    "flask_login": {"service/api/http/auth.py"},
    "apscheduler": {"service/run/worker.py"},
    "granian": {"service/cli/front.py"},
    "argon2": {"service/credentials/passwords.py"},
    "jgo": {"service/graph/server/download.py"},
    "duckdb": {f"service/bulk/{name}.py" for name in ("database", "inputs", "tables", "structure")},
}
# Words of what is never built (domain.md, section 0).
NEVER = re.compile(
    r"cash_?back|commission|referr?al|streak|leaderboard|address_?book|invite_bonus|boost_price"
    r"|spend_xp|bid_price"
)
CODE_TABLES = {f"service/api/problems/{name}.py" for name in ("codes", "copy_codes")}
# Who runs queries by a name that is not spelled at the call site.
BY_FOLDER = ("schema/", "seed/", "jobs/", "check/", "explore/")


def where(file: Path) -> str:
    return file.relative_to(ROOT).as_posix()


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def texts(file: Path) -> Iterator[str]:
    """Every string that is not a docstring."""
    tree = ast.parse(file.read_text("utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs:
            yield node.value


@pytest.mark.parametrize("file", SERVICE, ids=where)
def test_a_module_knocks_at_no_door_but_its_own(file: Path) -> None:
    wrong = [name for name in set(imports(file)) if name in DOORS and where(file) not in DOORS[name]]
    assert wrong == []


@pytest.mark.parametrize("file", SERVICE, ids=where)
def test_a_module_is_short_and_says_what_it_is_for(file: Path) -> None:
    text = file.read_text("utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(ast.parse(text))


@pytest.mark.parametrize("file", SERVICE, ids=where)
def test_no_cypher_in_python(file: Path) -> None:
    clauses = re.compile(r"\b(MATCH|MERGE|UNWIND|RETURN)\b[^a-z]*[\[({$]|\bDETACH DELETE\b")
    assert [text for text in texts(file) if clauses.search(text)] == []


@pytest.mark.parametrize("file", [f for f in SERVICE if where(f).startswith("service/graph/")], ids=where)
def test_the_graph_knows_nothing_of_http(file: Path) -> None:
    assert not {"flask", "flask_smorest", "werkzeug", "marshmallow"} & set(imports(file))


def test_the_environment_is_read_in_one_place() -> None:
    readers = [where(file) for file in SERVICE if "os.environ" in file.read_text("utf-8")]
    # the metrics library takes its folder from the environment, which serve sets for its children
    assert set(readers) <= {
        "service/settings.py",
        "service/cli/front.py",
        "service/cli/serve.py",
        "service/api/health.py",
    }


def test_every_spelled_query_exists_and_every_query_is_used() -> None:
    spelled = {text for file in SERVICE for text in texts(file) if re.fullmatch(r"[a-z]+(/[\w-]+)+", text)}
    folders = {name.split("/")[0] for name in QUERIES}
    assert {name for name in spelled if name.split("/")[0] in folders} <= set(QUERIES)
    unused = {name for name in QUERIES if not name.startswith(BY_FOLDER)} - spelled
    assert unused == set()


def test_every_route_has_an_authorization_row_and_every_row_a_route(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ACCESS)


def refusing(wanted: str) -> set[str]:
    """The texts of that shape in the queries that may refuse."""
    texts = [query.text for query in QUERIES.values() if "refused" in query.returns]
    parts = [part for text in texts for part in re.findall(wanted, text, re.DOTALL)]
    return {code for part in parts for code in re.findall(r"(?:THEN|ELSE) '([a-z_]+)'", part)}


def unused(codes: Iterable[str]) -> set[str]:
    """The codes that no query decides for and that no module but their tables names."""
    named = {text for file in SERVICE if where(file) not in CODE_TABLES for text in texts(file)}
    return set(codes) - refusing(".+") - named


def test_every_refusal_of_a_query_has_a_code() -> None:
    refusals = refusing(r"CASE(?:(?!\bCASE\b).)*?END AS refused")
    assert len(refusals) > 30
    assert refusals - set(CODES) == set()


def test_every_code_is_used() -> None:
    assert unused(CODES) == set()
    assert unused({*CODES, "nobody_says_this"}) == {"nobody_says_this"}


def test_what_a_problem_may_leave_unsaid_is_so_in_both_languages() -> None:
    """A fact that is not known in one language is not known in the other."""
    unsaid = re.compile(r"\[[^\]]*\{(\w+)\}[^\]]*\]")
    for name, code in CODES.items():
        assert unsaid.findall(code.en) == unsaid.findall(code.zh), name


@pytest.mark.parametrize("name", sorted(QUERIES))
def test_nothing_is_built_that_is_never_built(name: str) -> None:
    assert not NEVER.search(QUERIES[name].text.lower())


def test_no_route_offers_what_is_never_built(app: Flask) -> None:
    assert not NEVER.search(str(app.extensions["circle_openapi"].to_dict()).lower())
