// Take a friend request of mine back. It expires rather than goes, so that a decline is not forgotten.
//
// mode: write
// example: {"me": "ada", "request": "ada-asks-cy", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $me})-[asked:ASKED {id: $request}]->(:User)
SET asked.expires_at = CASE WHEN asked.expires_at < $now THEN asked.expires_at ELSE $now END
RETURN asked.id AS id
