// Withdraw a friend request of mine. It expires and stays stored, so that a decline is kept.
//
// mode: write
// example: {"me": "ada", "request": "ada-asks-cy", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active {id: $me})-[request:ASKED {id: $request}]->(:User)
SET request.expires_at = CASE
  WHEN request.expires_at < $now THEN request.expires_at
  ELSE $now
END
RETURN request.id AS id
