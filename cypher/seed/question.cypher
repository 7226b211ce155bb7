// Questions under shares, and their answers.
//
// mode: write
// example: {"rows": [{"id": "bob-asks-ada-kettle", "share": "ada-kettle", "asker": "bob",
//   "text": "Is it loud?", "at": "2029-12-30T00:00:00Z"}]}
// returns:
// columns: {"id": "key id", "share": "-> share", "asker": "-> user", "text": "text(1,2000)",
//   "at": "instant", "answer": "text(1,2000)?", "answered_at": "instant?"}
UNWIND $rows AS row
MATCH (asker:User {id: row.asker}), (share:Share {id: row.share})
MERGE (question:Question {id: row.id})
SET question += row {.text, .at, .answer, .answered_at}
MERGE (asker)-[:POSED]->(question)
MERGE (question)-[:ABOUT]->(share)
