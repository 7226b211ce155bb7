// The person who invites with this code, while the code is good.
//
// `session` is the session of the person who holds the code, null for a stranger.
// A block between the two hides the inviter.
//
// mode: read
// example: {"code_hash": "c0de", "session": "bob-session", "now": "2030-01-01T00:00:00Z"}
// returns: id, display_name
MATCH (inviter:User:Active)-[:INVITES_WITH]->(invite:Invite {code_hash: $code_hash})
WHERE $now < invite.expires_at
  AND NOT EXISTS { (inviter)-[:BLOCKS]-(:User)-[:SIGNED_IN]->(:Session {token_hash: $session}) }
RETURN inviter.id AS id, inviter.display_name AS display_name
