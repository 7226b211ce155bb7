// Record that a session is in use.
//
// mode: write
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (session:Session {token_hash: $session})
SET session.last_seen_at = $now
