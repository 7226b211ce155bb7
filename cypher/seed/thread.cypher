// Threads about a share, between its publisher and one asker. message.csv has their messages.
//
// mode: write
// example: {"rows": [{"id": "bob-on-ada-kettle", "share": "ada-kettle", "asker": "bob",
//   "opened_at": "2029-12-30T00:00:00Z", "requested": false,
//   "accepted_at": "2029-12-30T00:00:00Z"}]}
// returns:
// columns: {"id": "key id", "share": "-> share", "asker": "-> user", "opened_at": "instant",
//   "requested": "bool", "accepted_at": "instant?", "declined_at": "instant?",
//   "helpful_at": "instant?"}
UNWIND $rows AS row
MATCH (asker:User {id: row.asker})
MATCH (publisher:User)-[:PUBLISHED]->(share:Share {id: row.share})
MERGE (thread:Thread {id: row.id})
SET thread += row {.opened_at, .requested, .accepted_at, .declined_at, .helpful_at}
SET
  thread.key = share.id + ':' + asker.id,
  thread.newest_at = coalesce(thread.newest_at, row.opened_at)
MERGE (thread)-[:ABOUT]->(share)
MERGE (asker)-[asks:TALKS_IN]->(thread)
MERGE (publisher)-[answers:TALKS_IN]->(thread)
SET asks.asks = true, answers.asks = false
