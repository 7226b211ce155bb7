// Write a helpful answer into the ledger of its writer: pending, once for each thread.
//
// mode: write
// example: {"thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (rule:XpRule {kind: 'answer'}), (maturity:Rule {name: 'maturity_days'})
MATCH (thread:Thread {id: $thread})-[:ABOUT]->(:Share)<-[:PUBLISHED]-(publisher:User)
MERGE (event:XpEvent {key: 'ans:' + thread.id})
  ON CREATE SET
    event:Unsettled:Untold,
    event.kind = rule.kind,
    event.raw = rule.raw,
    event.occurred_at = $now,
    event.matures_at = $now + duration({days: maturity.value})
MERGE (publisher)-[:GAINED]->(event)
MERGE (event)-[:BECAUSE_OF]->(thread)
