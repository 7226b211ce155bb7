// Connect owners of accounts to the identifiers of those accounts, for good.
//
// When other people use an identifier too, the owner's lines with trading and talking partners are
// marked unsettled on both sides. The connection stays when an account is unlinked.
//
// mode: write
// example: {"accounts": ["jd:0f1e2d"], "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns:
UNWIND $accounts AS key
MATCH (owner:User)-[:HAS]->(:PlatformAccount {key: key})-[:SHOWED]->(identifier:Identifier)
WHERE NOT EXISTS { (owner)-[:USES]->(identifier) }
WITH DISTINCT owner, identifier
ORDER BY owner.id, identifier.key
SET owner.lock = $op
SET identifier.lock = $op
MERGE (owner)-[uses:USES]->(identifier)
  ON CREATE SET uses.since = $now
WITH owner, identifier
WHERE EXISTS { MATCH (identifier)<-[:USES]-(other:User) WHERE other <> owner }
WITH DISTINCT owner
CALL (owner) {
  MATCH (owner)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(:Purchase|Thread)
  RETURN event
  UNION
  MATCH (owner)-[:MADE|TALKS_IN]->(:Purchase|Thread)<-[:BECAUSE_OF]-(event:XpEvent)
  RETURN event
}
SET event:Unsettled
