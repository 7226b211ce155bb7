// People whose level rests on these lines: the owners, and buyers who earn from an owner.
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
