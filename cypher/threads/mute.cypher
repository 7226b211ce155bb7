// Mute a thread, or unmute it with a null `muted_at`. The other person does not notice.
//
// mode: write
// example: {"me": "ada", "thread": "gus-on-ada-kettle", "muted_at": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User {id: $me})-[mine:TALKS_IN]->(thread:Thread {id: $thread})
SET mine.muted_at = $muted_at
RETURN thread.id AS id
