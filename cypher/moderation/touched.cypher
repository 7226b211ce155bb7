// Whose level rests on these lines: their owners', and that of buyers who earn from those in turn.
//
// mode: read
// example: {"keys": ["buy:bob-kettle-order"]}
// returns: id
CALL () {
  MATCH (owner:User)-[:GAINED]->(event:XpEvent)
  WHERE event.key IN $keys
  RETURN owner AS user
  UNION
  MATCH (owner:User)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(buyer:User)
  WHERE event.key IN $keys
    AND EXISTS { (buyer)-[:GAINED]->(:XpEvent)-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(owner) }
  RETURN buyer AS user
}
RETURN user.id AS id
ORDER BY id
