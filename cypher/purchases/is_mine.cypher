// Did I make this purchase?
//
// mode: read
// example: {"user": "cy", "purchase": "cy-oolong-order"}
// returns: id
MATCH (:User {id: $user})-[:MADE]->(purchase:Purchase {id: $purchase})
RETURN purchase.id AS id
