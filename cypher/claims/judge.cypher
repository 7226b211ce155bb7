// Judge whether my purchase with a copy was as the note describes. Enough disputes hold the share.
//
// Only a completed purchase that used the copy lets me judge. I may change my judgement.
//
// mode: write
// example: {"me": "cy", "claim": "cy-ada-kettle", "as_described": true, "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (:User:Active {id: $me})-[:CLAIMED]->(claim:Claim {id: $claim})
  -[:FROM]->(share:Share)-[:OFFERS]->(coupon:Coupon)
OPTIONAL MATCH (publisher:User)-[:PUBLISHED]->(share)
SET publisher.lock = $op
SET coupon.lock = $op
SET claim.lock = $op
WITH claim, share, coalesce(claim.verdict, '') AS before,
  CASE WHEN $as_described THEN 'as_described' ELSE 'not_as_described' END AS verdict
MATCH (most:Rule {name: 'disputes_to_hold'})
SET
  claim.verdict = verdict,
  claim.verdict_at = CASE WHEN before = verdict THEN claim.verdict_at ELSE $now END
WITH claim, share,
  before <> verdict
    AND verdict = 'not_as_described'
    AND share.removed_at IS NULL
    AND most.value <= COUNT {
      MATCH (share)<-[:FROM]-(:Claim {verdict: 'not_as_described'})<-[:REDEEMED]-(bought:Purchase)
      WHERE bought.completed_at IS NOT NULL
    } AS disputed
FOREACH (_ IN CASE WHEN disputed THEN [1] ELSE [] END |
  SET share.held_at = coalesce(share.held_at, $now)
  REMOVE share:Live)
RETURN
  CASE
    WHEN NOT EXISTS {
      (claim)<-[:REDEEMED]-(bought:Purchase) WHERE bought.completed_at IS NOT NULL
    } THEN 'not_redeemed'
  END AS refused,
  claim.id AS id
