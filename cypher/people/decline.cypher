// Decline a friend request. To the asker it stays open until it expires.
//
// mode: write
// example: {"me": "ada", "request": "fay-asks-ada", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $me})<-[request:ASKED {id: $request}]-(:User)
WHERE $now < request.expires_at
SET request.declined_at = CASE
  WHEN request.declined_at >= request.at THEN request.declined_at
  ELSE $now
END
RETURN request.id AS id
