// Leave a wish of my circle unanswered: it asks me no more, and nobody is notified.
//
// mode: write
// example: {"me": "cy", "wish": "dee-wants-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (me:User:Active {id: $me}), (asker:User:Active)-[:WISHED]->(wish:Wish {id: $wish})
// part: parts/near
MERGE (me)-[declined:DECLINED]->(wish)
  ON CREATE SET declined.at = $now
RETURN wish.id AS id
