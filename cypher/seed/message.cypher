// Messages in threads. A writer has read every message before their own.
//
// mode: write
// example: {"rows": [{"id": "ada-to-gus-again", "thread": "gus-on-ada-kettle", "user": "ada",
//   "text": "It does.", "at": "2029-12-31T00:00:00Z"}]}
// returns:
// columns: {"id": "key id", "thread": "-> thread", "user": "-> user", "text": "text(1,2000)",
//   "at": "instant", "hidden_at": "instant?"}
UNWIND $rows AS row
MATCH (user:User {id: row.user})-[mine:TALKS_IN]->(thread:Thread {id: row.thread})
MERGE (message:Message {id: row.id})
SET message += row {.text, .at, .hidden_at}
MERGE (user)-[:WROTE]->(message)
MERGE (message)-[:IN]->(thread)
SET thread.newest_at = CASE WHEN thread.newest_at < row.at THEN row.at ELSE thread.newest_at END
SET mine.read_until = CASE WHEN mine.read_until >= row.at THEN mine.read_until ELSE row.at END
