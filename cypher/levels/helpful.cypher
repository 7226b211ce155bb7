// Write a buyer's verdict into the sharer's ledger: a line for `as_described`, void for any other.
//
// A line that was voided for another reason stays void.
//
// mode: write
// example: {"claim": "cy-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (publisher:User:Active)-[:PUBLISHED]->(:Share)<-[:FROM]-(claim:Claim {id: $claim})
  <-[:REDEEMED]-(purchase:Purchase)
MATCH (rule:XpRule {kind: 'helpful'})
MATCH (maturity:Rule {name: 'maturity_days'})
WITH *,
  claim.verdict = 'as_described'
    AND purchase.completed_at IS NOT NULL
    AND purchase.refunded_at IS NULL AS earned
CALL (*) {
  WITH *
  WHERE earned
  MERGE (event:XpEvent {key: 'help:' + claim.id})
    ON CREATE SET
      event:Untold,
      event.kind = rule.kind,
      event.raw = rule.raw,
      event.occurred_at = $now,
      event.matures_at = purchase.completed_at + duration({days: maturity.value})
  WITH publisher, claim, event
  WHERE NOT EXISTS { (event)-[:BECAUSE_OF]->() }
  CREATE (publisher)-[:GAINED]->(event)-[:BECAUSE_OF]->(claim)
}
MATCH (event:XpEvent {key: 'help:' + claim.id})
WHERE coalesce(event.void_reason, 'retracted') = 'retracted'
SET
  event:Unsettled,
  event.voided_at = CASE WHEN NOT earned THEN coalesce(event.voided_at, $now) END,
  event.void_reason = CASE WHEN NOT earned THEN 'retracted' END
