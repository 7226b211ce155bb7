"""Faults to put into the parts on purpose: what each forgets, and the change of the text.

A fault of a part is written once and put into every query that uses the part, so that each of these doors is
shown to notice it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from service.graph import catalogue
from service.graph.catalogue import Query
from service.settings import ROOT

Change = tuple[str, str, str]


@dataclass(frozen=True)
class Fault:
    """In the query `query`, `wrong` in place of each `right`; `forgets` says what that leaves out."""

    query: str
    forgets: str
    right: str
    wrong: str

    def put_into(self, query: Query) -> Query:
        """The query with the fault in it; fails when the text to change is not there."""
        assert self.right in query.text, f"{self.query} has no {self.right!r}: {self.forgets}"
        return replace(query, text=query.text.replace(self.right, self.wrong))


SIGHT: list[Change] = [
    ("blocks", "AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }", ""),
    ("who blocks me", "(me)-[:BLOCKS]-(publisher)", "(me)-[:BLOCKS]->(publisher)"),
    ("whom I block", "(me)-[:BLOCKS]-(publisher)", "(me)<-[:BLOCKS]-(publisher)"),
    ("that the last instant is past", "$now < share.expires_at", "$now <= share.expires_at"),
    ("when a share ends", "AND $now < share.expires_at", ""),
    ("that publication is to come", "share.published_at <= $now AND ", ""),
    ("that now is not too early", "share.published_at <= $now", "share.published_at < $now"),
    (
        "withdrawn, held, revoked",
        "(publisher:User:Active)-[:PUBLISHED]->(share:Live)",
        "(publisher:User:Active)-[:PUBLISHED]->(share)",
    ),
    ("that a publisher left", "(publisher:User:Active)", "(publisher:User)"),
    (
        "that a bridge left",
        "(bridge:User:Active)-[:FRIEND]-(publisher)",
        "(bridge:User)-[:FRIEND]-(publisher)",
    ),
    ("that somebody is no bridge", "(publisher) WHERE NOT bridge:NoBridge", "(publisher)"),
    ("that follows do not bridge", "(me)-[:FRIEND]-(bridge:User", "(me)-[:FRIEND|FOLLOWS]-(bridge:User"),
    (
        "friends only, at degree 2",
        "['circle', 'public'] AND size",
        "['friends', 'circle', 'public'] AND size",
    ),
    (
        "that direct is for one",
        "IN ['friends', 'circle', 'public']",
        "IN ['friends', 'circle', 'public', 'direct']",
    ),
    ("circle only, for followers", "= 'public' AND publisher:Creator", "<> 'friends' AND publisher:Creator"),
    ("who is a creator", "'public' AND publisher:Creator", "'public'"),
    ("to whom it was sent", "(share)-[:SENT_TO]->(me)", "(share)-[:SENT_TO]->()"),
    ("that my own is mine to see", "WHEN me = publisher THEN 0", "WHEN false THEN 0"),
]
CIRCLE: list[Change] = [
    ("blocks", "AND NOT publisher IN blocked", ""),
    ("who blocks me", "(me)-[:BLOCKS]-(blocked", "(me)-[:BLOCKS]->(blocked"),
    ("whom I block", "(me)-[:BLOCKS]-(blocked", "(me)<-[:BLOCKS]-(blocked"),
    ("that the last instant is past", "$now < share.expires_at", "$now <= share.expires_at"),
    ("when a share ends", "AND $now < share.expires_at", ""),
    ("that publication is to come", "share.published_at <= $now AND ", ""),
    ("that now is not too early", "share.published_at <= $now", "share.published_at < $now"),
    ("withdrawn, held, revoked", "(share:Live)", "(share:Share)"),
    ("that a publisher left", "(publisher:User&Active)", "(publisher:User)"),
    ("that a bridge left", "(bridge:User&Active)", "(bridge:User)"),
    ("that somebody is no bridge", "AND (bridge = me OR NOT bridge:NoBridge)", ""),
    ("that follows do not bridge", "(me)-[:FRIEND]-{0,1}", "(me)-[:FRIEND|FOLLOWS]-{0,1}"),
    ("that the circle ends at two hops", "(me)-[:FRIEND]-{0,1}", "(me)-[:FRIEND]-{0,2}"),
    ("friends only, at degree 2", "AND (way = 1 OR share.audience <> 'friends')", ""),
    ("that direct is for one", "share.audience <> 'direct' AND ", ""),
    ("circle only, for followers", "WHERE share.audience = 'public'", ""),
    ("who is a creator", "(publisher:Active&Creator)", "(publisher:Active)"),
    ("the nearest way", "min(way) AS way", "max(way) AS way"),
    ("what was sent besides", "max(way) = 4 AS sent", "min(way) = 4 AS sent"),
]
CARD: list[Change] = [
    ("that copies come back", "<-[:FROM]-(:Taken)", "<-[:FROM]-(:Claim)"),
    ("that my copy may be given back", " WHERE mine:Taken", ""),
    ("who is only counted", "WITH bridge WHERE bridge.bridge = 'named'", "WITH bridge"),
    ("how many bridges it names", "ORDER BY bridge.id LIMIT 3", "ORDER BY bridge.id LIMIT 0"),
    ("who has no degree", "way < 3", "way < 4"),
]
CLAIMABLE: list[Change] = [
    ("that nobody claims their own", "WHEN way = 0 THEN 'own_share'", ""),
    ("that the last copy is gone", "remaining <= 0", "remaining < 0"),
    ("that copies come back", "<-[:FROM]-(:Taken)", "<-[:FROM]-(:Claim)"),
    ("that my copy may be given back", "WHEN mine:Taken", "WHEN mine IS NOT NULL"),
]
NEAR: list[Change] = [
    ("blocks", "WHEN EXISTS { (me)-[:BLOCKS]-(asker) } THEN null", ""),
    ("who blocks me", "(me)-[:BLOCKS]-(asker)", "(me)-[:BLOCKS]->(asker)"),
    ("whom I block", "(me)-[:BLOCKS]-(asker)", "(me)<-[:BLOCKS]-(asker)"),
    ("that a bridge left", "(bridge:User:Active)-[:FRIEND]-(asker)", "(bridge:User)-[:FRIEND]-(asker)"),
    ("that somebody is no bridge", "WHERE NOT bridge:NoBridge } THEN 2", "} THEN 2"),
    ("that follows do not bridge", "(me)-[:FRIEND]-(bridge:User", "(me)-[:FRIEND|FOLLOWS]-(bridge:User"),
]
CALLER: Change = ("that the caller left", "(me:User:Active", "(me:User")
PARTS = {
    "parts/sight": SIGHT,
    "parts/circle": CIRCLE,
    "parts/card": CARD,
    "parts/claimable": CLAIMABLE,
    "parts/near": NEAR,
}
# What a door does not notice, because it asks the same besides, or has no use for it.
UNNOTICED = {
    "people/shares": {
        "blocks",
        "who blocks me",
        "whom I block",
        "that a publisher left",
    },  # 404 for the person
    "events/shares": {
        "withdrawn, held, revoked",
        "that publication is to come",
        "that my own is mine to see",
    },
    "threads/see": {"that my own is mine to see"},  # nobody asks about their own
    "threads/mine": {"that my own is mine to see"},
    "reports/share": {"that my own is mine to see"},  # its publisher may report it anyway
    "reports/question": {"that my own is mine to see"},
    "circle/feed": {"what was sent besides"},
    "circle/search": {"what was sent besides", "that publication is to come"},  # published by `as_of`, too
    "circle/candidates": {"that publication is to come"},
    "circle/cards": {"that the caller left"},  # a query has just shown them to the caller
    "trust/voices": {"what was sent besides", "the nearest way", "that the caller left"},
    "suggestions/lacking": {"what was sent besides", "the nearest way"},
    "shops/read": {"what was sent besides"},
    "shares/mine": {forgets for forgets, _, _ in CARD}
    - {"that copies come back"},  # it shows no more of a card
}


def _faults(queries: Iterable[Query]) -> Iterator[Fault]:
    for query in queries:
        changes = [change for part in query.parts for change in PARTS.get(part, ())]
        if changes and CALLER[1] in query.text:
            changes.append(CALLER)
        for forgets, right, wrong in changes:
            if forgets not in UNNOTICED.get(query.name, ()):
                yield Fault(query.name, forgets, right, wrong)


OF_PARTS = list(_faults(catalogue.load(ROOT / "cypher").values()))
# The number of voices asks for no session, and only for those who see the share.
OF_VOICES = [
    Fault("trust/voices", "of how few groups are told", "least <= size(voices)", "1 <= size(voices)"),
    Fault("trust/voices", "that a tie needs two bridges", " AND NOT one:NoBridge AND NOT other:NoBridge", ""),
]
OPENINGS = [
    Fault("suggestions/openings", forgets, right, wrong)
    for forgets, right, wrong in (
        ("that the caller left", "(me:User:Active", "(me:User"),
        ("that a bridge left", "(bridge:Active)", "(bridge)"),
        ("that somebody left", "(person:Active)", "(person)"),
        ("that a friend in common is no bridge", "NOT bridge:NoBridge AND ", ""),
        ("who does not wish to be found", "person.discoverable\n  AND ", ""),
        ("blocks", "[:FRIEND|BLOCKS]", "[:FRIEND]"),
        ("whom I dismissed", "AND NOT EXISTS { (me)-[:DISMISSED]->(person) }", ""),
        ("who opens nothing, being no bridge", "WHERE NOT each.person:NoBridge ", ""),
        ("that a sharer left", "(sharer:User&Active)", "(sharer:User)"),
        ("blocks of sharers", "NOT EXISTS { (me)-[:BLOCKS]-(sharer) }", "true"),
        ("sharers who block me", "(me)-[:BLOCKS]-(sharer)", "(me)-[:BLOCKS]->(sharer)"),
        ("sharers whom I block", "(me)-[:BLOCKS]-(sharer)", "(me)<-[:BLOCKS]-(sharer)"),
        ("friends only, at degree 2", "['circle', 'public']", "['circle', 'public', 'friends']"),
        ("that direct is for one", "['circle', 'public']", "['circle', 'public', 'direct']"),
        ("withdrawn, held, revoked", "(share:Live)", "(share:Share)"),
        ("that publication is to come", "share.published_at <= $now AND ", ""),
        ("when a share ends", " AND $now < share.expires_at", ""),
        ("that the last instant is past", "$now < share.expires_at", "$now <= share.expires_at"),
        ("of how few is told", "sharers >= least", "sharers >= 1"),
        ("that counts are rounded", "coupons - coupons % least", "coupons"),
    )
]
LACKING = [fault for fault in OF_PARTS if fault.query == "suggestions/lacking"]
PREDICATE = [fault for fault in [*OF_PARTS, *OF_VOICES] if fault not in LACKING]
SUGGESTIONS = [*LACKING, *OPENINGS]
FAULTS = [*PREDICATE, *SUGGESTIONS]
