"""The feed's plan: what makes it fast must not be lost by an edit."""

from service.graph.client import Graph
from tests.support.cypher import Cypher

HOT = ("circle/feed", "circle/search", "circle/cards", "shares/read", "claims/claim")
RANKED = ("circle/tastes", "circle/candidates", "circle/ranked", "circle/cards", "shares/visible")


def plan(graph: Graph, cypher: Cypher, name: str) -> list[str]:
    query = graph.catalogue[name]
    return cypher.plan(query.text, dict(query.example))


def test_the_second_hop_walks_over_reaches_only(graph: Graph, cypher: Cypher) -> None:
    operators = plan(graph, cypher, "circle/feed")
    assert any("Expand(All)" in step and "REACHES" in step for step in operators)
    friends = [step for step in operators if "FRIEND" in step]
    assert len(friends) == 1
    assert "FRIEND*0..1" in friends[0]


def test_the_page_is_cut_before_the_cards_are_read(graph: Graph, cypher: Cypher) -> None:
    """From the result down: the card's parts, the limit, then the order over few properties."""
    operators = plan(graph, cypher, "circle/feed")
    kinds = [step.split()[0] for step in operators]
    assert kinds.count("Sort") == 1
    assert kinds.index("Limit") < kinds.index("Sort")
    assert not any("note" in step for step in operators[kinds.index("Limit") + 1 :])


def test_a_ranked_feed_scans_nothing_and_walks_the_same_way(graph: Graph, cypher: Cypher) -> None:
    for name in RANKED:
        for step in plan(graph, cypher, name):
            assert not step.startswith(("AllNodesScan", "NodeByLabelScan")), (name, step)
    operators = plan(graph, cypher, "circle/candidates")
    assert any("Expand(All)" in step and "REACHES" in step for step in operators)
    assert [step for step in operators if "FRIEND" in step and "FRIEND*0..1" not in step] == []


def test_hot_queries_begin_at_a_unique_index_and_scan_nothing(graph: Graph, cypher: Cypher) -> None:
    for name in HOT:
        operators = plan(graph, cypher, name)
        assert any("NodeUniqueIndexSeek" in step and "token_hash" in step for step in operators), name
        for step in operators:
            assert not step.startswith(("AllNodesScan", "NodeByLabelScan")), (name, step)
            assert "IndexScan" not in step, (name, step)


def test_the_feed_multiplies_nothing(graph: Graph, cypher: Cypher) -> None:
    assert not any(step.startswith("CartesianProduct") for step in plan(graph, cypher, "circle/feed"))
