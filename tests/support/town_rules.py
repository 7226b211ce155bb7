"""What holds in a believable town: each of these questions has no answer there."""

# Claims whose claimer could not see the share by the way that is stored.
NOT_SEEN = """
MATCH (me:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(share:Share)<-[:PUBLISHED]-(publisher:User)
WHERE EXISTS { (me)-[:BLOCKS]-(publisher) } OR NOT CASE claim.via
  WHEN 'friend' THEN share.audience <> 'direct' AND EXISTS {
    (me)-[tie:FRIEND]-(publisher)
    WHERE tie.since <= claim.claimed_at AND tie.since = claim.friends_since }
  WHEN 'circle' THEN share.audience IN ['circle', 'public'] AND claim.mutual_count > 0
  WHEN 'follow' THEN share.audience = 'public' AND EXISTS { (me)-[:FOLLOWS]->(publisher:Creator) }
  ELSE EXISTS { (share)-[:SENT_TO]->(me) } END
RETURN claim.id
"""
# Threads and questions whose asker does not see what they ask about.
OUT_OF_SIGHT = """
MATCH (asker:User)-[:TALKS_IN|POSED]->(asked:Thread|Question)-[:ABOUT]->(share:Share)
MATCH (share)<-[:PUBLISHED]-(publisher:User)
WHERE asker <> publisher AND (EXISTS { (asker)-[:BLOCKS]-(publisher) } OR NOT (
  share.audience <> 'direct' AND EXISTS { (asker)-[:FRIEND]-(publisher) }
  OR share.audience IN ['circle', 'public'] AND EXISTS {
    (asker)-[:FRIEND]-(bridge:Active&!NoBridge)-[:FRIEND]-(publisher) }
  OR asked:Question AND share.audience = 'public' AND EXISTS { (asker)-[:FOLLOWS]->(publisher:Creator) }
  OR EXISTS { (share)-[:SENT_TO]->(asker) }))
RETURN asked.id
"""
# Claims whose count of bridges is not what the friendships of that moment say.
MISCOUNTED = """
MATCH (me:User)-[:CLAIMED]->(claim:Claim)-[:FROM]->(:Share)<-[:PUBLISHED]-(publisher:User)
WITH me, claim, publisher, COUNT {
  (me)-[one:FRIEND]-(bridge:User&Active&!NoBridge)-[two:FRIEND]-(publisher)
  WHERE one.since <= claim.claimed_at AND two.since <= claim.claimed_at } AS bridges
WHERE bridges <> claim.mutual_count
RETURN claim.id, bridges, claim.mutual_count
"""
# Ledger lines that do not follow from what they come from, and what should have left a line.
OUT_OF_LINE = """
MATCH (user:User)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(cause)
WHERE NOT CASE event.kind
  WHEN 'publish' THEN event.raw = 10 AND EXISTS {
    (user)-[:PUBLISHED]->(cause)-[:OFFERS]->(coupon)<-[:EARNED]-(bought)
    WHERE event.matures_at >= bought.completed_at + duration('P7D')
      AND event.matures_at >= cause.published_at + duration('P1D')
      AND (event.voided_at IS NULL) = (coupon.revoked_at IS NULL AND cause.removed_at IS NULL) }
  WHEN 'friend_purchase' THEN event.occurred_at = cause.completed_at
    AND event.matures_at = cause.completed_at + duration('P7D')
    AND (event.voided_at IS NULL) = (cause.refunded_at IS NULL) AND EXISTS {
    (cause)-[:REDEEMED|RELEASED]->(claim)-[:FROM]->()<-[:PUBLISHED]-(user)
    WHERE event.raw = CASE claim.via WHEN 'follow' THEN 15 ELSE 30 END }
  WHEN 'answer' THEN event.raw = 2 AND cause.helpful_at = event.occurred_at
    AND EXISTS { (user)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(cause) }
  ELSE event.raw = 5 AND cause.verdict = 'as_described' AND cause.verdict_at = event.occurred_at END
RETURN event.key AS key
UNION
MATCH (purchase:Purchase)-[:REDEEMED|RELEASED]->(:Claim)-[:FROM]->(:Share)<-[:PUBLISHED]-(publisher:Active)
WHERE purchase.completed_at IS NOT NULL
  AND NOT EXISTS { (purchase)<-[:BECAUSE_OF]-(:XpEvent {kind: 'friend_purchase'})<-[:GAINED]-(publisher) }
RETURN purchase.id AS key
"""
RULES = (NOT_SEEN, OUT_OF_SIGHT, MISCOUNTED, OUT_OF_LINE)
