"""A graph whose every text that tells of somebody bears a mark, and its analysts' copy."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from service.copy.allowed import read
from service.copy.place import Place, Served
from service.copy.place import served as served_by
from service.copy.snapshot import Report, snapshot
from service.graph.client import Graph
from service.graph.seeds import load as seeds
from service.graph.server.embedded import Address
from service.settings import ROOT, Settings
from tests.support.cypher import KEPT, Cypher
from tests.support.given import NOW
from tests.support.processes import environ, started, stop_all
from tests.support.running import QUICK

SMALL = {
    "CIRCLE_NEO4J_HEAP": "512m",
    "CIRCLE_NEO4J_PAGECACHE": "64m",
    "CIRCLE_NEO4J_JAVA": " ".join(QUICK),
}
# Long enough that a store holds it as it is; short texts are packed into few bits.
MARK = "-This-Tells-Of-Somebody-And-Must-Not-Be-In-The-Copy-0123456789-abcdefghijklmnopqrstuvwxyz-"
MORE = """
MATCH (ada:User {id: 'ada'}), (bob:User {id: 'bob'}), (share:Share {id: 'ada-kettle'})
CREATE (bob)-[:SAW {at: $now, opened_at: $now}]->(share),
  (ada)-[:USES {since: $now}]->(:Identifier {key: 'phone'}),
  (ada)-[:PROPOSED]->(prize:Giveaway {
    id: 'prize', title: 'A kettle', prize: 'kettle', sponsor: 'ada', entrants: 3, value_fen: 12345,
    currency: 'CNY', quantity: 1, profile: 'strict', mode: 'commit', opens_at: $now, root: 'ab12'}),
  (bob)-[:ENTERED]->(:Entry {
    key: 'prize:bob', pseudonym: 'f00', nonce: 'n', entered_at: $now, place: 1})-[:IN]->(prize),
  (bob)-[:MOVED]->(:LevelMove {id: 'move', from: 0, to: 1, at: $now, reason: 'earned'})
WITH ada, bob MATCH (purchase:Purchase) SET purchase.claim_code = 'CODE-' + purchase.id
"""
TAINT = """
MATCH (node) WHERE none(label IN labels(node) WHERE label IN $rules)
WITH node, [name IN keys(node) WHERE valueType(node[name]) STARTS WITH 'STRING'
  AND none(label IN labels(node) WHERE name IN coalesce($kept[label], []))] AS names
UNWIND names AS name SET node[name] = node[name] + $mark + elementId(node)
"""
TAINT_EDGES = """
MATCH ()-[edge]->()
UNWIND [name IN keys(edge) WHERE valueType(edge[name]) STARTS WITH 'STRING'
  AND NOT name IN coalesce($kept[type(edge)], [])] AS name
SET edge[name] = edge[name] + $mark + elementId(edge)
"""
NODES = "MATCH (node) UNWIND labels(node) AS label RETURN label, count(*) AS many"
EDGES = """
MATCH (one)-[edge]->(other) UNWIND labels(one) AS start UNWIND labels(other) AS end
RETURN start, type(edge) AS type, end, count(*) AS many
"""
FRIENDS = """
MATCH (one:User) RETURN COUNT { (one)-[:FRIEND]-() } AS friends, count(*) AS people ORDER BY friends
"""
TEXTS = """
MATCH (node) UNWIND keys(node) AS name WITH node[name] AS text WHERE valueType(text) STARTS WITH 'STRING'
RETURN collect(DISTINCT text) AS texts
"""


@dataclass(frozen=True)
class Copied:
    """What was copied, and doors to both graphs."""

    report: Report
    place: Place
    served: Served
    original: dict[str, Any]
    copy: Cypher


@contextmanager
def copied(settings: Settings, graph: Graph, cypher: Cypher) -> Iterator[Copied]:
    """The tiny graph with more in it and marked, copied and served."""
    cypher.rows("MATCH (node) WHERE NOT node:Migration DETACH DELETE node")
    seeds.load(graph, ROOT / "seeds" / "rules")
    seeds.load(graph, ROOT / "seeds" / "tiny", fingerprint=lambda _kind, text: text)
    cypher.rows(MORE, now=NOW)
    allowed = read()
    kept = {kind.label: _kept(kind.columns) for kind in allowed.kinds.values()}
    cypher.rows(TAINT, rules=KEPT, kept=kept, mark=MARK)
    kept = {edge.type: _kept(edge.columns) for edge in allowed.edges.values()}
    cypher.rows(TAINT_EDGES, kept=kept, mark=MARK)
    original = look(cypher)
    report = snapshot(settings, graph)
    with serving(settings) as served, Cypher(_address(served)) as door:
        yield Copied(report, Place.of(settings), served, original, door)


@contextmanager
def serving(settings: Settings) -> Iterator[Served]:
    """`circle explore serve`, from its greeting until Ctrl-C."""
    own = {"CIRCLE_HOME": str(settings.home), "CIRCLE_CACHE": str(settings.cache), **SMALL}
    with started("explore", "serve", environment={**environ(), **own}) as child:
        assert child.stdout is not None
        greeting = dict(child.stdout.readline().split() for _ in range(4))
        copy = served_by(settings)
        assert copy is not None
        assert greeting == {
            "Bolt": copy.bolt,
            "Browser": copy.browser,
            "user": copy.user,
            "password": copy.password,
        }
        yield copy
        stop_all(child)
        assert child.returncode == 0
        assert served_by(settings) is None


def look(cypher: Cypher) -> dict[str, Any]:
    """What a copy has in common with its original: how many of each, and who has how many friends."""
    return {
        "nodes": {row["label"]: row["many"] for row in cypher.rows(NODES)},
        "edges": {(row["start"], row["type"], row["end"]): row["many"] for row in cypher.rows(EDGES)},
        "friends": [(row["friends"], row["people"]) for row in cypher.rows(FRIENDS)],
        "texts": set(cypher.value(TEXTS)),
    }


def holding(folder: Path, text: str) -> set[str]:
    """The files below a folder that hold a text in some encoding."""
    forms = [text.encode(form) for form in ("utf-8", "utf-16-le", "utf-16-be")]
    files = [file for file in folder.rglob("*") if file.is_file()]
    return {file.name for file in files if any(form in file.read_bytes() for form in forms)}


def _kept(columns: Any) -> list[str]:
    return [column.name for column in columns if column.treatment == "keep"]


def _address(served: Served) -> Address:
    return Address(served.bolt, served.user, served.password, "neo4j")
