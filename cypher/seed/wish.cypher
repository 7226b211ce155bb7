// Wishes: things that people look for.
//
// mode: write
// example: {"rows": [{"id": "zed-wish", "user": "dee", "text": "An electric kettle",
//   "pattern": "(?ius).*(?:kettle).*", "lot": 7, "category": "kitchen",
//   "created_at": "2029-12-30T00:00:00Z", "expires_at": "2030-01-13T00:00:00Z"}]}
// returns:
// columns: {"id": "key id", "user": "-> user", "text": "text(2,100)", "pattern": "text(1,2000)?",
//   "lot": "int(1,1000002)", "category": "-> category?", "max_price_fen": "fen?",
//   "currency": "one of CNY?", "created_at": "instant", "expires_at": "instant",
//   "closed_at": "instant?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user})
MERGE (wish:Wish {id: row.id})
SET wish += row {
  .text, .pattern, .lot, .max_price_fen, .currency, .created_at, .expires_at, .closed_at
}
MERGE (user)-[:WISHED]->(wish)
WITH row, wish
MATCH (category:Category {id: row.category})
MERGE (wish)-[:WANTS]->(category)
