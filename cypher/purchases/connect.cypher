// People use what was told of their accounts; whose experience rests on it is derived anew when others use it too.
//
// That is whoever trades or talks with them: a line between two people marks both. It stays when an account is let go.
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
