// A thing that a moderator may act on, with its owner; never a thing of their own.
//
// mode: read
// example: {"admin": "amy", "kind": "share", "id": "bob-kettle"}
// returns: refused, kind, thing, owner
CALL () {
  MATCH (owner:User {id: $id})
  WHERE $kind = 'user'
  RETURN owner
  UNION
  MATCH (owner:User)-[:PUBLISHED]->(:Share {id: $id})
  WHERE $kind = 'share'
  RETURN owner
  UNION
  MATCH (owner:User)-[:WROTE]->(:Message {id: $id})
  WHERE $kind = 'message'
  RETURN owner
  UNION
  MATCH (owner:User)-[:POSED]->(:Question {id: $id})
  WHERE $kind = 'question'
  RETURN owner
  UNION
  MATCH (owner:User)-[:REPLIED]->(:Reply {id: $id})
  WHERE $kind = 'reply'
  RETURN owner
  UNION
  MATCH (owner:User)-[:WISHED]->(:Wish {id: $id})
  WHERE $kind = 'wish'
  RETURN owner
  UNION
  MATCH (owner:User)-[:WROTE]->(:Message)<-[:FROM]-(:Question {id: $id})
  WHERE $kind = 'question'
  RETURN owner
}
RETURN
  CASE WHEN owner.id = $admin THEN 'self' END AS refused,
  $kind AS kind,
  $id AS thing,
  owner.id AS owner
