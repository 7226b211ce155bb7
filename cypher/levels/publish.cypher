// Write the publication of a coupon into its owner's ledger: pending, once for each coupon.
//
// mode: write
// example: {"share": "ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: $share})
  -[:OFFERS]->(coupon:Coupon)<-[:EARNED]-(purchase:Purchase)
MATCH (rule:XpRule {kind: 'publish'})
MATCH (maturity:Rule {name: 'maturity_days'})
MATCH (least:Rule {name: 'publish_maturity_hours'})
WITH *,
  purchase.completed_at + duration({days: maturity.value}) AS by_purchase,
  $now + duration({hours: least.value}) AS by_publication
WITH *,
  CASE WHEN by_purchase > by_publication THEN by_purchase ELSE by_publication END AS matures_at
MERGE (event:XpEvent {key: 'pub:' + coupon.id})
  ON CREATE SET
    event:Unsettled:Untold,
    event.kind = rule.kind,
    event.raw = rule.raw,
    event.occurred_at = $now,
    event.matures_at = matures_at
WITH publisher, share, event
WHERE NOT EXISTS { (event)-[:BECAUSE_OF]->() }
CREATE (publisher)-[:GAINED]->(event)-[:BECAUSE_OF]->(share)
