"""Edge lists as circles."""

import gzip
import lzma
from pathlib import Path

import pytest

from service.recipes import edges
from service.recipes.rejects import Rejects
from service.recipes.seed_folder import SeedFolder, rule
from tests.support.converting import converted, rows
from tests.support.given import NOW

LIST = """# Nodes: 4 Edges: 3
1 2
2\t1
3 3
2 3 9
x!y 2
A,a

1  , 4
"""

NO_ID = "is not an id: 1 to 64 of A-Z a-z 0-9 . _ : - and a letter or digit first"


def test_a_list_becomes_people_and_friends_and_every_unusable_line_is_reported(tmp_path: Path) -> None:
    folder, rejects = tmp_path / "circle", tmp_path / "rejects"
    (tmp_path / "list.txt.xz").write_bytes(lzma.compress(LIST.encode()))
    result = converted(
        "edges", tmp_path / "list.txt.xz", folder, "--since", "2021-05-06", "--rejects", rejects
    )
    assert result.exit_code == 3
    assert [line.removeprefix("list.txt.xz:") for line in rejects.read_text("utf-8").splitlines()] == [
        "3: repeats an earlier line, this way round or the other",
        "4: is a loop: the same person twice",
        "5: does not have 2 columns, as the first pair of the file has",
        f"6: names a person whose id {NO_ID}",
        "7: names a person whose id differs from another only in case",
    ]
    assert "5 lines were left out" in result.stderr
    friends = [(row["user"], row["friend"], row["since"]) for row in rows(folder / "user-FRIEND-user.csv")]
    assert friends == [("1", "2", "2021-05-06T00:00:00Z"), ("1", "4", "2021-05-06T00:00:00Z")]
    assert rows(folder / "user.csv")[0]["handle"] == "person1"


def test_a_header_is_not_a_pair_and_several_lists_make_one_circle(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("source,target\r\n1,2\r\n")
    (tmp_path / "b.gz").write_bytes(gzip.compress(b"2 1 0.5\n2 3 0.1\n"))
    result = converted("edges", tmp_path / "a.csv", tmp_path / "b.gz", tmp_path / "circle")
    assert result.stdout.split() == ["3", "user", "2", "user-FRIEND-user"]
    assert "b.gz:1: repeats an earlier line" in result.stderr


def test_nobody_gets_more_friends_than_the_rule_allows(tmp_path: Path) -> None:
    most = rule("friends")
    (tmp_path / "hub.txt").write_text("".join(f"hub {n}\n" for n in range(most + 2)))
    rejects = Rejects()
    with SeedFolder(tmp_path / "circle") as out:
        edges.convert([tmp_path / "hub.txt"], out, rejects, since=NOW)
    assert (out.counts["user-FRIEND-user"], len(rejects)) == (most, 2)
    assert next(iter(rejects.shown())) == "hub.txt:1001: would give one person more than 1,000 friends"


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"# nothing\n", "it holds no pair"),
        (b"Once upon a time there was a list\n", "list:1: is not an edge list"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "neither UTF-8 nor GB18030"),
        (b"PK\x03\x04rest", "Excel workbook"),
        (b"\x1f\x8b\x08\x00broken", "cannot be read"),
        (b"1 1\n", "No line could be used"),
    ],
)
def test_another_kind_of_file_is_refused_in_one_line_and_leaves_no_folder(
    tmp_path: Path, content: bytes, fault: str
) -> None:
    (tmp_path / "list").write_bytes(content)
    result = converted("edges", tmp_path / "list", tmp_path / "circle")
    assert fault in str(result.exception)
    assert "\n" not in str(result.exception)
    assert [path.name for path in tmp_path.iterdir()] == ["list"]


def test_a_folder_that_is_not_empty_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "list").write_text("1 2\n")
    assert "is not empty" in str(converted("edges", tmp_path / "list", tmp_path).exception)
