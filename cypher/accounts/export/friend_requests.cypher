// Friend requests I sent and received.
//
// It does not say whether somebody declined mine: that is theirs to know.
//
// mode: read
// example: {"me": "ada"}
// returns: id, direction, user_id, message, at, expires_at, declined_at
MATCH (me:User {id: $me})-[request:ASKED]-(other:User)
RETURN
  request.id AS id,
  CASE WHEN startNode(request) = me THEN 'out' ELSE 'in' END AS direction,
  other.id AS user_id,
  request.message AS message,
  request.at AS at,
  request.expires_at AS expires_at,
  CASE WHEN endNode(request) = me THEN request.declined_at END AS declined_at
ORDER BY at, id
