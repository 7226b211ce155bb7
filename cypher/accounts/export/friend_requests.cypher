// Requests I sent and got. Whether somebody declined mine stays theirs.
//
// mode: read
// example: {"me": "ada"}
// returns: id, direction, user_id, message, at, expires_at, declined_at
MATCH (me:User {id: $me})-[asked:ASKED]-(other:User)
RETURN
  asked.id AS id,
  CASE WHEN startNode(asked) = me THEN 'out' ELSE 'in' END AS direction,
  other.id AS user_id,
  asked.message AS message,
  asked.at AS at,
  asked.expires_at AS expires_at,
  CASE WHEN endNode(asked) = me THEN asked.declined_at END AS declined_at
ORDER BY at, id
