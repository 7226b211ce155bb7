// May I see this thread? Both of us may while its asker may see the share.
//
// mode: read
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $me})-[:TALKS_IN]->(thread:Thread {id: $thread})-[:ABOUT]->(share:Share)
MATCH (me:User:Active)-[:TALKS_IN {asks: true}]->(thread)
// part: parts/sight
RETURN thread.id AS id
