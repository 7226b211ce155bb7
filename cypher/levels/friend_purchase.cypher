// Write completed purchases that used a claim into the sharer's ledger: pending, once for each.
//
// mode: write
// example: {"purchases": ["cy-oolong-order"]}
// returns:
MATCH (rule:XpRule {kind: 'friend_purchase'}), (maturity:Rule {name: 'maturity_days'})
UNWIND $purchases AS id
MATCH (buyer:User)-[:MADE]->(purchase:Purchase {id: id})-[:REDEEMED|RELEASED]->(claim:Claim)
MATCH (claim)-[:FROM]->(:Share)<-[:PUBLISHED]-(publisher:User:Active)
WHERE purchase.completed_at IS NOT NULL AND publisher <> buyer
MERGE (event:XpEvent {key: 'buy:' + purchase.id})
  ON CREATE SET
    event:Unsettled:Untold,
    event.kind = rule.kind,
    event.raw = CASE claim.via WHEN 'follow' THEN rule.raw_follow ELSE rule.raw END,
    event.occurred_at = purchase.completed_at,
    event.matures_at = purchase.completed_at + duration({days: maturity.value})
MERGE (event)-[:BECAUSE_OF]->(purchase)
MERGE (publisher)-[:GAINED]->(event)
