"""Faults to put into predicate and suggestions on purpose: what each forgets, and the change of the text."""

from dataclasses import dataclass, replace

from service.graph.catalogue import Query


@dataclass(frozen=True)
class Fault:
    """In the query `query`, `wrong` in place of each `right`; `told` says what that forgets."""

    query: str
    told: str
    right: str
    wrong: str

    def put_into(self, query: Query) -> Query:
        """The query with the fault in it; fails when the text to change is not there."""
        assert self.right in query.text, f"cypher/{self.query}.cypher has no {self.right!r}: {self.told}"
        return replace(query, text=query.text.replace(self.right, self.wrong))


def _of_one_share(query: str, some_bridge: str, live: str) -> list[Fault]:
    """The faults of the queries that ask of a share whether it is to be seen."""
    bridge = "(bridge:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge"
    way = f"(me)-[:FRIEND]-{bridge}"
    circle, sent = f"['circle', 'public'] AND {some_bridge}", "EXISTS { (share)-[:SENT_TO]->(me) }"
    followed = "share.audience = 'public' AND publisher:Creator AND"
    return [
        Fault(query, told, right, wrong)
        for told, right, wrong in (
            ("blocks", "AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }", ""),
            ("who blocks me", "(me)-[:BLOCKS]-(publisher)", "(me)-[:BLOCKS]->(publisher)"),
            ("whom I block", "(me)-[:BLOCKS]-(publisher)", "(me)<-[:BLOCKS]-(publisher)"),
            ("that the last instant is past", "$now < coupon.claim_by", "$now <= coupon.claim_by"),
            ("when a coupon ends", "AND $now < coupon.claim_by", ""),
            ("that publication is to come", "share.published_at <= $now AND ", ""),
            ("that now is not too early", "share.published_at <= $now", "share.published_at < $now"),
            ("revocation", "AND coupon.revoked_at IS NULL", ""),
            ("withdrawn and held", live, live.replace(":Live", "")),
            ("that a publisher left", "(publisher:User:Active)", "(publisher:User)"),
            ("that the viewer left", "(me:User:Active", "(me:User"),
            ("that a bridge left", bridge, bridge.replace(":Active", "")),
            ("that somebody is no bridge", bridge, bridge.replace(" WHERE NOT bridge:NoBridge", "")),
            (
                "that follows do not bridge",
                way,
                way.replace("FRIEND", "FRIEND|FOLLOWS", 1),
            ),
            ("friends only, at degree 2", circle, circle.replace("[", "['friends', ")),
            ("circle only, for followers", followed, followed.replace("= 'public'", "<> 'friends'")),
            ("who is a creator", followed, followed.replace("AND publisher:Creator ", "")),
            ("to whom it was sent", sent, sent.replace("(me)", "()")),
        )
    ]


def _of_a_list(query: str, at: str, *, but: tuple[str, ...] = ()) -> list[Fault]:
    """The faults, `but` for some, of the queries that walk what a circle shows.

    They look at what was published by the instant `at`.
    """
    return [
        Fault(query, told, right, wrong)
        for told, right, wrong in (
            ("blocks", "AND NOT publisher IN blocked", ""),
            ("who blocks me", "(me)-[:BLOCKS]-(blocked)", "(me)-[:BLOCKS]->(blocked)"),
            ("whom I block", "(me)-[:BLOCKS]-(blocked)", "(me)<-[:BLOCKS]-(blocked)"),
            ("that the last instant is past", "$now < share.expires_at", "$now <= share.expires_at"),
            ("when a share ends", "AND $now < share.expires_at", ""),
            ("that publication is to come", f"share.published_at <= {at} AND ", ""),
            ("that now is not too early", f"share.published_at <= {at}", f"share.published_at < {at}"),
            ("revocation", "coupon:Coupon WHERE coupon.revoked_at IS NULL", "coupon:Coupon"),
            ("withdrawn and held", "(share:Live)", "(share:Share)"),
            ("that a publisher left", "(publisher:User&Active)", "(publisher:User)"),
            ("that the viewer left", "(me:User:Active", "(me:User"),
            ("that a bridge left", "(bridge:User&Active)", "(bridge:User)"),
            ("that somebody is no bridge", "AND (bridge = me OR NOT bridge:NoBridge)", ""),
            ("that follows do not bridge", "(me)-[:FRIEND]-{0,1}", "(me)-[:FRIEND|FOLLOWS]-{0,1}"),
            ("that the circle ends at two hops", "(me)-[:FRIEND]-{0,1}", "(me)-[:FRIEND]-{0,2}"),
            ("friends only, at degree 2", "AND (way = 1 OR share.audience <> 'friends')", ""),
            ("that direct is for one", "share.audience <> 'direct' AND ", ""),
            ("circle only, for followers", "(share:Live {audience: 'public'})", "(share:Live)"),
            ("who is a creator", "(publisher:Active&Creator)", "(publisher:Active)"),
            ("the nearest way", "min(way) AS way", "max(way) AS way"),
        )
        if told not in but
    ]


FEED = _of_a_list("circle/feed", "$now")
SEARCH = _of_a_list("circle/search", "$as_of")
RANKED = _of_a_list("circle/candidates", "$as_of")
READ = _of_one_share("shares/read", "size(bridges) > 0", "(share:Share:Live {id: $share})")
CLAIM = _of_one_share("claims/claim", "bridges > 0", "->(share:Live)")
VISIBLE = _of_one_share("shares/visible", "size(bridges) > 0", "(share:Share:Live {id: wanted})")
PERSON = _of_one_share("people/shares", "size(bridges) > 0", "(share:Share:Live)")
TRUST = _of_one_share("trust/share", "bridges > 0", "(share:Share:Live {id: $share})")
# The number of voices has no way of its own, and is asked for by those alone who see the share.
VOICES = [
    *_of_a_list("trust/voices", "$now", but=("that the viewer left", "the nearest way")),
    Fault("trust/voices", "of how few groups are told", "least <= size(voices)", "1 <= size(voices)"),
    Fault("trust/voices", "that a tie needs two bridges", " AND NOT one:NoBridge AND NOT other:NoBridge", ""),
]
FAULTS = [*FEED, *RANKED, *SEARCH, *READ, *CLAIM, *VISIBLE, *PERSON, *TRUST, *VOICES]
LACKING = _of_a_list("suggestions/lacking", "$now", but=("the nearest way",))
OPENINGS = [
    Fault("suggestions/openings", told, right, wrong)
    for told, right, wrong in (
        ("that the viewer left", "(me:User:Active", "(me:User"),
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
        ("withdrawn and held", "share:Live WHERE", "share:Share WHERE"),
        ("that publication is to come", "share.published_at <= $now AND ", ""),
        ("when a coupon ends", "AND $now < coupon.claim_by ", ""),
        ("that the last instant is past", "$now < coupon.claim_by", "$now <= coupon.claim_by"),
        ("revocation", " AND coupon.revoked_at IS NULL\n", "\n"),
        ("of how few is told", "sharers >= least", "sharers >= 1"),
        ("that counts are rounded", "coupons - coupons % least", "coupons"),
    )
]
SUGGESTIONS = [*LACKING, *OPENINGS]
