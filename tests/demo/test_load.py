"""The demo town: loaded once, with progress, and open to its guests. Here it is a small one."""

from pathlib import Path

import pytest

from service.actions import accounts
from service.credentials.keys import Keys
from service.demo import load as demo
from service.demo.guests import GUESTS, HOST
from service.errors import NotFound
from service.graph.client import Graph
from tests.support.cypher import Cypher
from tests.support.given import NOW, Given

KEYS = Keys(b"a secret")
CENSUS = "MATCH (n) WHERE NOT n:Op RETURN labels(n)[0] AS label, count(*) AS nodes ORDER BY label"
NAMES = [guest.id for guest in GUESTS]
SAME = "en,2029-01-01T00:00:00Z,counted,true"
Steps = list[tuple[str, int, int]]


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A town of the guests, an administrator and six more people, all known for a year."""
    people = [f"{name},{name},{name},{SAME}," for name in (*NAMES, "ann", "bob", "cy", "dee", "eve", "fay")]
    people.append(f"amy,amy,amy,{SAME},Admin")
    header = "id,handle,display_name,locale,created_at,bridge,discoverable,roles"
    (tmp_path / "user.csv").write_text("\n".join([header, *people]) + "\n", "utf-8")
    return tmp_path


def load(graph: Graph, town: Path) -> Steps:
    """Load the town; the steps that `progress` gets."""
    steps: Steps = []
    demo.load(graph, KEYS, now=NOW, progress=lambda *step: steps.append(step), town=town)
    return steps


def sign_in(graph: Graph, handle: str, password: str) -> str:
    """The id of the person who is signed in now."""
    return accounts.sign_in(
        graph, KEYS, handle=handle, password=password, device="a browser", replaces=None, now=NOW
    ).user_id


def test_the_town_is_loaded_once_and_progress_is_handed_in(graph: Graph, cypher: Cypher, town: Path) -> None:
    assert demo.is_empty(graph)
    with cypher.ruled(giveaway_level=0):
        steps = load(graph, town)
    assert not demo.is_empty(graph)
    assert steps == [("user", 0, 10), ("user", 10, 10)]
    drawn = cypher.rows("MATCH (g:Giveaway) RETURN EXISTS { (g)-[:DREW]->() } AS drawn ORDER BY drawn")
    assert [row["drawn"] for row in drawn] == [False, True]

    census = cypher.rows(CENSUS)
    assert load(graph, town) == []
    assert cypher.rows(CENSUS) == census
    assert [sign_in(graph, guest.id, guest.password) for guest in GUESTS] == NAMES


def test_a_graph_with_people_keeps_them(given: Given, graph: Graph, cypher: Cypher, town: Path) -> None:
    given(" ".join(f"({name})" for name in NAMES))
    assert load(graph, town) == []
    assert cypher.value("MATCH (person:User) RETURN count(person)") == len(NAMES)


def test_a_graph_without_the_guests_is_not_the_town(given: Given, graph: Graph, town: Path) -> None:
    given("(ada)")
    with pytest.raises(NotFound):
        load(graph, town)


def test_the_person_who_welcomes_newcomers_is_a_guest() -> None:
    assert HOST in NAMES
