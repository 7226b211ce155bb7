// Searches without a result, each with the category of its words.
//
// mode: write
// example: {"rows": [{"user": "ada", "text": "tent", "at": "2029-12-30T00:00:00Z", "times": 2,
//   "category": "sports"}]}
// returns:
// columns: {"user": "key -> user", "text": "key text(1,100)", "at": "instant",
//   "times": "int(1,1000000)", "category": "-> category?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user})
MERGE (search:Search {key: row.user + ':' + row.text})
SET search += row {.text, .at, .times}
MERGE (user)-[:SEARCHED]->(search)
WITH search, row
MATCH (category:Category {id: row.category})
MERGE (search)-[:ABOUT]->(category)
