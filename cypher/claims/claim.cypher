// Take my copy of a share's coupon, or return the copy I took before.
//
// No row: the session has ended. The person is locked before the coupon, so that two claims at once
// pass neither the cap of the one nor the quota of the other. A copy given back is taken anew.
//
// mode: write
// example: {"session": "ada-session", "share": "bob-kettle", "claim": "claim-1",
//   "code": "K7M2P9Q4RT", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, status, claim
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
SET me.lock = $op
WITH me
OPTIONAL MATCH (share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
SET coupon.lock = $op
WITH me, share, coupon
// part: optional parts/sight
// part: parts/claimable
WITH *, coalesce(reason = 'claimed', false) AS held, CASE
  WHEN way IS NULL THEN 'not_found'
  WHEN reason <> 'claimed' THEN reason END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL AND NOT held
  WITH *, $now + duration({days: coupon.use_days}) AS use_by
  OPTIONAL MATCH (mine)-[earlier:FROM]->(:Share)
  DELETE earlier
  MERGE (claim:Claim {key: coupon.id + ':' + me.id})
    ON CREATE SET claim.id = $claim, claim.code = $code
  SET claim:Taken, claim += {
    claimed_at: $now, returned_at: null, mutual_count: size(bridges),
    via: ['self', 'friend', 'circle', 'follow', 'direct'][way],
    degree: CASE WHEN way < 3 THEN way END,
    friends_since: head([(me)-[friendship:FRIEND]-(publisher) | friendship.since]),
    use_by: CASE WHEN coupon.use_until < use_by THEN coupon.use_until ELSE use_by END}
  MERGE (me)-[:CLAIMED]->(claim)
  CREATE (claim)-[:FROM]->(share)
}
OPTIONAL MATCH (claim:Claim {key: coupon.id + ':' + me.id}) WHERE refused IS NULL
RETURN refused, CASE refused WHEN 'claim_limit' THEN limit END AS limit,
  CASE WHEN held THEN 200 ELSE 201 END AS status,
  claim {.id, .code, .claimed_at, .use_by, share_id: share.id,
    remaining: remaining - CASE WHEN held THEN 0 ELSE 1 END} AS claim
