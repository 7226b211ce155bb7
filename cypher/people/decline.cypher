// Decline a friend request. The asker is not told: to them it stays open until it expires.
//
// mode: write
// example: {"me": "ada", "request": "fay-asks-ada", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $me})<-[asked:ASKED {id: $request}]-(:User)
WHERE $now < asked.expires_at
SET asked.declined_at =
  CASE WHEN asked.declined_at >= asked.at THEN asked.declined_at ELSE $now END
RETURN asked.id AS id
