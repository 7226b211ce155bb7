// Take my copy of a share's coupon, or find the one I took before.
//
// No row: the session has ended. The person is locked before the coupon, so that two claims at once
// pass neither the cap of the one nor the quota of the other. A copy given back is taken anew.
//
// mode: write
// example: {"session": "ada-session", "share": "bob-kettle", "claim": "claim-1", "code": "K7M2P9Q4RT",
//   "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, status, claim
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session}) WHERE $now < session.expires_at
SET me.lock = $op WITH me
OPTIONAL MATCH (share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
SET coupon.lock = $op WITH me, share, coupon
MATCH (most:Rule {name: 'open_claims'})
OPTIONAL MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Live)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
WITH *, COUNT { (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge } AS bridges
WITH *, CASE
  WHEN me = publisher THEN 'self'
  WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) } THEN 'friend'
  WHEN share.audience IN ['circle', 'public'] AND bridges > 0 THEN 'circle'
  WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN 'follow'
  WHEN EXISTS { (share)-[:SENT_TO]->(me) } THEN 'direct' END AS via
OPTIONAL MATCH (mine:Claim {key: coupon.id + ':' + me.id})
WITH *, mine.id IS NOT NULL AND mine.returned_at IS NULL AND mine.revoked_at IS NULL AS held, coupon.quota - COUNT {
  (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(copy:Claim) WHERE copy.returned_at IS NULL AND copy.revoked_at IS NULL } AS remaining
WITH *, CASE
  WHEN publisher IS NULL OR via IS NULL THEN 'not_found'
  WHEN via = 'self' THEN 'own_share'
  WHEN held THEN null
  WHEN mine.revoked_at IS NOT NULL THEN 'revoked'
  WHEN EXISTS { (coupon)-[:UNDER]->(program:Program) WHERE program.ends_at <= $now } THEN 'no_program'
  WHEN remaining <= 0 THEN 'exhausted'
  WHEN most.value <= COUNT { (me)-[:CLAIMED]->(open:Claim) WHERE open.returned_at IS NULL AND open.revoked_at IS NULL
    AND $now < open.use_by AND NOT EXISTS { (open)<-[:REDEEMED]-() } } THEN 'claim_limit' END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL AND NOT held
  OPTIONAL MATCH (mine)-[found:FROM]->(:Share) DELETE found
  MERGE (claim:Claim {key: coupon.id + ':' + me.id}) ON CREATE SET claim.id = $claim, claim.code = $code
  SET claim:Taken, claim += {claimed_at: $now, returned_at: null, via: via, degree: CASE via WHEN 'friend' THEN 1 WHEN 'circle' THEN 2 END,
    mutual_count: bridges, friends_since: head([(me)-[friendship:FRIEND]-(publisher) | friendship.since]),
    use_by: CASE WHEN coupon.use_until < $now + duration({days: coupon.use_days}) THEN coupon.use_until
      ELSE $now + duration({days: coupon.use_days}) END}
  MERGE (me)-[:CLAIMED]->(claim) CREATE (claim)-[:FROM]->(share)
}
OPTIONAL MATCH (claim:Claim {key: coupon.id + ':' + me.id}) WHERE refused IS NULL
RETURN refused, CASE refused WHEN 'claim_limit' THEN most.value END AS limit, CASE WHEN held THEN 200 ELSE 201 END AS status,
  claim {.id, .code, .claimed_at, .use_by, share_id: share.id, remaining: remaining - CASE WHEN held THEN 0 ELSE 1 END} AS claim
