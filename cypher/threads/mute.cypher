// Hear no more of a thread, or hear of it again when `muted_at` is null; the other is not told.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "muted_at": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
SET mine.muted_at = $muted_at
RETURN thread.id AS id
