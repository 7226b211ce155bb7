// Publish a coupon I earned, with my note.
//
// I and the friends it is sent to are locked before the coupon: befriending locks the same people,
// so neither misses the other. The quota is settled once, by my level at the first publication. A
// prize, a sample or a gift, by my word or by its program, is labelled as an ad whatever the
// settings say.
//
// mode: write
// example: {"me": "ada", "coupon_id": "ada-kettle-coupon", "share": "share-1",
//   "audience": "circle",
//   "note": "Boils a litre in four minutes, and the lid closes well.", "cons": null,
//   "used_for_days": 30, "gifted": false, "ad_label": true, "to": ["bob"], "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (person:User)
WHERE person.id IN [$me] + $to
  AND (person.id = $me OR EXISTS { (person)-[:FRIEND]-(:User {id: $me}) })
WITH person ORDER BY person.id
SET person.lock = $op
WITH count(*) AS locked
MATCH (publisher:User:Active {id: $me})
MATCH (level:Level {rank: publisher.level})
OPTIONAL MATCH (publisher)-[:MADE]->(:Purchase)-[:EARNED]->(coupon:Coupon {id: $coupon_id})
SET coupon.lock = $op
WITH publisher, level, coupon,
  $gifted OR EXISTS { (coupon)-[:UNDER]->(:Program {gifted: true}) } AS gifted,
  COLLECT { MATCH (coupon)<-[:OFFERS]-(before:Share) RETURN before } AS earlier,
  COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) } AS taken
WITH *, CASE
  WHEN coupon IS NULL THEN 'not_found'
  WHEN coupon.revoked_at IS NOT NULL THEN 'revoked'
  WHEN $now >= coupon.claim_by THEN 'expired'
  WHEN EXISTS {
    (coupon)-[:UNDER]->(program:Program) WHERE program.ends_at <= $now } THEN 'no_program'
  WHEN any(before IN earlier WHERE before.removed_at IS NOT NULL) THEN 'removed'
  WHEN any(before IN earlier WHERE before.held_at IS NOT NULL) THEN 'held'
  WHEN taken >= coupon.quota THEN 'exhausted'
  WHEN $audience = 'public' AND NOT publisher:Creator THEN 'creators_only'
END AS refused
CALL (*) {
  WITH * WHERE refused IS NULL
  SET coupon.quota = coalesce(coupon.quota,
    CASE WHEN level.quota < coupon.program_quota
      THEN level.quota ELSE coupon.program_quota END)
  MERGE (share:Share {id: $share})
    ON CREATE SET share:Live, share += {
      version: 1, published_at: $now, expires_at: coupon.claim_by, audience: $audience, note: $note,
      cons: $cons, used_for_days: $used_for_days, gifted: gifted, ad_label: $ad_label OR gifted}
  MERGE (publisher)-[:PUBLISHED]->(share)
  MERGE (share)-[:OFFERS]->(coupon)
}
RETURN refused, $share AS id
