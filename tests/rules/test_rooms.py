"""The rooms of the service: which may import which, and a folder of tests for each."""

import re
from copy import deepcopy
from graphlib import TopologicalSorter

import grimp
import pytest
from importlinter.contracts.layers import LayersContract

from service.settings import ROOT

# A room imports only rooms to the right of it. `|` stands between rooms that do not import each other.
ROOMS = (
    "cli > run > app > recipes > api > town | demo"
    " > actions | circle | giveaways | live | explore | copy | bulk"
    " > graph > credentials > logs | settings > errors"
)
GRAPH = (
    "ready > seeds | server > keyed | schema > client | console"
    " > breaker | failures | probe | unit > catalogue > parts | values"
)
API = "routes > {words} > admin > texts > http | schemas | problems"


@pytest.fixture(scope="module")
def imports() -> grimp.ImportGraph:
    """Every import in service/, those inside functions too."""
    return grimp.build_graph("service", cache_dir=None)


def assert_ranked(imports: grimp.ImportGraph, room: str, table: str) -> None:
    """The table lists every module of the room, and no import points to the left."""
    options = {"name": room, "containers": [room], "layers": table.split(" > "), "exhaustive": "True"}
    contract = LayersContract(room, {"root_packages": ["service"]}, options)
    check = contract.check(imports, verbose=False)
    contract.render_broken_contract(check)
    assert check.kept


def test_every_import_between_rooms_points_down(imports: grimp.ImportGraph) -> None:
    assert_ranked(imports, "service", ROOMS)


def test_every_import_in_the_graph_points_down(imports: grimp.ImportGraph) -> None:
    assert_ranked(imports, "service.graph", GRAPH)


def test_every_import_in_the_api_points_down(imports: grimp.ImportGraph) -> None:
    """The words of the URLs are modules that do not import each other; only `routes` lists them."""
    named = set(re.findall(r"\w+", API))
    words = {name.rpartition(".")[2] for name in imports.find_children("service.api")} - named
    assert_ranked(imports, "service.api", API.format(words=" | ".join(sorted(words))))


def test_no_modules_import_each_other_in_a_circle(imports: grimp.ImportGraph) -> None:
    directly = imports.find_modules_directly_imported_by
    TopologicalSorter({module: directly(module) for module in imports.modules}).prepare()


@pytest.mark.parametrize(
    "wrong", ["service.errors -> service.cli", "service.circle -> service.live", "service.new"]
)
def test_an_import_that_points_up_or_aside_and_a_new_room_are_noticed(
    imports: grimp.ImportGraph, wrong: str
) -> None:
    changed = deepcopy(imports)
    importer, _, imported = wrong.partition(" -> ")
    changed.add_module(importer)
    if imported:
        changed.add_import(importer=importer, imported=imported)
    with pytest.raises(AssertionError):
        assert_ranked(changed, "service", ROOMS)


def test_every_room_has_its_folder_of_tests() -> None:
    folders = {folder.name for folder in (ROOT / "service").iterdir() if folder.is_dir()} - {"__pycache__"}
    assert {name for name in folders if not list((ROOT / "tests" / name).rglob("test_*.py"))} == set()
