// The instants of a thing follow the order of its life.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (purchase:Purchase)
  WHERE purchase.verified_at > purchase.completed_at
  RETURN purchase.id AS offender
  UNION ALL
  MATCH (coupon:Coupon)
  WHERE coupon.earned_at >= coupon.claim_by OR coupon.claim_by > coupon.use_until
  RETURN coupon.id AS offender
  UNION ALL
  MATCH (share:Share)
  WHERE any(at IN [share.edited_at, share.withdrawn_at, share.held_at, share.removed_at]
    WHERE at < share.published_at)
  RETURN share.id AS offender
  UNION ALL
  MATCH (claim:Claim)
  WHERE claim.claimed_at >= claim.use_by
    OR any(at IN [claim.returned_at, claim.revoked_at, claim.verdict_at, claim.thanked_at]
      WHERE at < claim.claimed_at)
  RETURN claim.id AS offender
  UNION ALL
  MATCH (event:XpEvent)
  WHERE event.kind <> 'helpful' AND event.matures_at < event.occurred_at
  RETURN event.key AS offender
  UNION ALL
  MATCH (giveaway:Giveaway)
  WHERE giveaway.opens_at >= giveaway.closes_at
    OR giveaway.closes_at >= giveaway.reveal_by
    OR giveaway.closed_at < giveaway.closes_at
    OR EXISTS { (giveaway)-[:DREW]->(draw:Draw) WHERE draw.drawn_at < giveaway.closed_at }
  RETURN giveaway.id AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
