// Delete expired sessions.
//
// mode: write
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (session:Session)
WHERE session.expires_at <= $now
WITH session
LIMIT 10000
DETACH DELETE session
RETURN count(*) AS forgotten
