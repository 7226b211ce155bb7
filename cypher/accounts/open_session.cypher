// Sign a person in on one device.
//
// mode: write
// example: {"user": "ada", "session": "00", "session_id": "s1", "device": "phone",
//   "now": "2030-01-01T00:00:00Z", "expires_at": "2030-03-01T00:00:00Z"}
// returns: user
MATCH (user:User:Active {id: $user})
MERGE (session:Session {token_hash: $session})
  ON CREATE SET
    session.id = $session_id,
    session.device = $device,
    session.created_at = $now,
    session.last_seen_at = $now,
    session.expires_at = $expires_at
MERGE (user)-[:SIGNED_IN]->(session)
RETURN user.id AS user
