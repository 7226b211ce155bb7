"""Every door that shows or takes something of a share, held to what the domain says.

A door is a query that uses parts/sight, parts/circle, parts/card or parts/near. `DOORS` has a function for
each: it returns the first thing that the door shows or does wrongly to somebody of a world, or None.
"""

from tests.queries.oracles import doors_of_shares as shares
from tests.queries.oracles import doors_of_talk as talk
from tests.queries.oracles.looks import Door
from tests.queries.oracles.worlds import World, build
from tests.support.cypher import Cypher
from tests.support.given import NOW

FURNITURE = """
MATCH (publisher:World:User)-[:PUBLISHED]->(share:World:Share), (reader:World:User)
MERGE (question:World:Question {id: 'q-' + share.id})
  ON CREATE SET question += {text: '?', at: $now, answer: '!', answered_at: $now}
MERGE (question)-[:ABOUT]->(share)
MERGE (reply:World:Reply {id: 'r-' + share.id}) ON CREATE SET reply += {text: 'thanks', at: $now}
MERGE (reply)-[:TO]->(share)
MERGE (shopkeeper:World:User {id: 'shopkeeper'})
MERGE (shopkeeper)-[:REPLIED]->(reply)
MERGE (notice:World:Notification {key: reader.id + ':coupon_received:' + share.id})
  ON CREATE SET notice += {kind: 'coupon_received', count: 1, newest_at: $now}
MERGE (reader)-[:TOLD]->(notice)
MERGE (notice)-[:ABOUT]->(share)
MERGE (wish:World:Wish {id: 'wish-of-' + reader.id})
  ON CREATE SET wish += {text: 'tea', created_at: $now, expires_at: $now + duration('P1D')}
MERGE (reader)-[:WISHED]->(wish)
WITH publisher, share, reader WHERE reader <> publisher AND reader.id IN $talkers
MERGE (thread:World:Thread {id: share.id + '-' + reader.id})
  ON CREATE SET thread.key = share.id + ':' + reader.id,
    thread += {opened_at: $now, newest_at: $now, accepted_at: $now}
MERGE (reader)-[:TALKS_IN {asks: true}]->(thread)
MERGE (publisher)-[:TALKS_IN {asks: false}]->(thread)
MERGE (thread)-[:ABOUT]->(share)
"""


def furnish(cypher: Cypher, world: World) -> None:
    """Store `world`; in better days everybody got a notice of every share, and half asked about it."""
    build(cypher, world)
    cypher.rows(FURNITURE, now=NOW, talkers=[name for name in world.people if talk.talker(name)])


DOORS: dict[str, Door] = {
    "circle/feed": shares.feed,
    "circle/candidates": shares.candidates,
    "circle/search": shares.search,
    "trust/voices": shares.recommenders,
    "shops/read": shares.shop,
    "shares/mine": shares.own,
    "shares/read": shares.read,
    "shares/visible": shares.visible,
    "claims/claim": shares.claim,
    "people/shares": shares.person,
    "trust/share": shares.trust,
    "questions/ask": talk.ask,
    "questions/list": talk.answered,
    "threads/open": talk.open_thread,
    "threads/mine": talk.threads,
    "threads/see": talk.thread,
    "reports/share": talk.report_share,
    "reports/question": talk.report_question,
    "reports/reply": talk.report_reply,
    "events/shares": shares.stream,
    "notifications/out_of_sight": talk.notices,
    "wishes/asker": talk.wish,
    "wishes/decline": talk.decline_wish,
    "wishes/answer": talk.answer_wish,
    "reports/wish": talk.report_wish,
}
