// Who invites with this code while it is good, for whoever holds it; nobody between whom a block stands.
//
// The session is null for a stranger.
//
// mode: read
// example: {"code_hash": "c0de", "session": "bob-session", "now": "2030-01-01T00:00:00Z"}
// returns: id, display_name
MATCH (inviter:User:Active)-[:INVITES_WITH]->(invite:Invite {code_hash: $code_hash})
WHERE $now < invite.expires_at
  AND NOT EXISTS { (inviter)-[:BLOCKS]-(:User)-[:SIGNED_IN]->(:Session {token_hash: $session}) }
RETURN inviter.id AS id, inviter.display_name AS display_name
