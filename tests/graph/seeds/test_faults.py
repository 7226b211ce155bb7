"""What is wrong with a seed folder is named by file, line and column, and nothing is stored."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from service.errors import BadSeed
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from tests.support.cypher import Cypher
from tests.support.seeded import TINY, everything, hashed

Break = Callable[..., list[str]]


@pytest.fixture
def broken(graph: Graph, cypher: Cypher, tmp_path: Path) -> Break:
    """Changes lines of a copy of seeds/tiny and returns the faults; nothing may have been stored."""

    def change(file: str, *edits: tuple[str, str]) -> list[str]:
        folder = tmp_path / "seed"
        shutil.copytree(TINY, folder, dirs_exist_ok=True)
        text = (folder / file).read_text("utf-8") if (folder / file).exists() else ""
        for old, new in edits:
            assert old in text
            text = text.replace(old, new, 1)
        (folder / file).write_text(text, "utf-8")
        before = everything(cypher)
        with pytest.raises(BadSeed) as caught:
            seeds.load(graph, folder, fingerprint=hashed)
        assert everything(cypher) == before
        return caught.value.faults

    return change


with (Path(__file__).parent / "broken_seeds.csv").open(encoding="utf-8", newline="") as table:
    FAULTS = {row.pop("what"): row for row in csv.DictReader(table)}


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_what_is_wrong_is_named_and_nothing_stored(broken: Break, case: dict[str, str]) -> None:
    faults = broken(case["file"], (case["old"], case["new"]))
    assert any(fault.startswith(case["fault"]) for fault in faults), faults


def test_a_nul_is_named(broken: Break) -> None:
    (fault,) = broken("user.csv", (",Bob,", ",B\0b,"))
    assert fault == "user.csv:3:3 column display_name: holds a control character"


def test_bytes_that_are_not_utf8_are_named(graph: Graph, tmp_path: Path) -> None:
    (tmp_path / "category.csv").write_bytes(b"id,name_zh,name_en\nx,\xff,X\n")
    with pytest.raises(BadSeed, match=r"category.csv:2:3 the bytes are not UTF-8"):
        seeds.load(graph, tmp_path)


def test_a_file_that_nothing_loads_is_named(broken: Break) -> None:
    assert broken("sessions.csv")[0].startswith("sessions.csv:1:1 no seed file has this name")


def test_every_fault_is_named_at_once(broken: Break) -> None:
    faults = broken("user.csv", (",named,", ",x,"), (",counted,", ",y,"), ("\nfay,", "\n-,"))
    assert len([fault for fault in faults if fault.startswith("user.csv:")]) == 3


def test_a_fault_in_every_row_is_counted_not_listed(graph: Graph, tmp_path: Path) -> None:
    rows = "\n".join(f"c{number},,x" for number in range(250))
    (tmp_path / "category.csv").write_text(f"id,name_zh,name_en\n{rows}\n")
    with pytest.raises(BadSeed) as caught:
        seeds.load(graph, tmp_path)
    assert len(caught.value.faults) == 101
    assert caught.value.faults[-1] == "… and 150 faults more"


def test_a_line_number_counts_the_lines_inside_a_note(broken: Break) -> None:
    faults = broken("share.csv", ("A litre boils", "A litre\nboils"), (",friends,", ",all,"))
    assert faults[0].startswith("share.csv:4:6 column audience")


def test_no_folder_is_an_error(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(BadSeed, match="is no folder"):
        seeds.load(graph, tmp_path / "nowhere")


def test_a_seed_cannot_move_what_is_stored(graph: Graph, broken: Break) -> None:
    seeds.load(graph, TINY, fingerprint=hashed)
    faults = broken("purchase.csv", ("leo-noodles-order,leo", "leo-noodles-order,dee"))
    assert faults == ["purchase.csv:20:2 column user: is leo in the graph; a seed cannot move it"]
