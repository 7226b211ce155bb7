// Forget a text that I once searched for in vain, now that it finds something.
//
// mode: write
// example: {"session": "ada-session", "text": "tent", "now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
MATCH (search:Search {key: me.id + ':' + $text})
DETACH DELETE search
RETURN count(*) AS forgotten
