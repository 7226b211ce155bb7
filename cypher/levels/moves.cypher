// The moves of a person's level, and notices of moves to come, newest first.
//
// mode: read
// example: {"user": "ada"}
// returns: from, to, at, reason, noticed_at, cancelled_at
MATCH (:User {id: $user})-[:MOVED]->(move:LevelMove)
RETURN
  move.from AS from,
  move.to AS to,
  move.at AS at,
  move.reason AS reason,
  move.noticed_at AS noticed_at,
  move.cancelled_at AS cancelled_at
ORDER BY coalesce(move.at, move.noticed_at) DESC, move.id DESC
LIMIT 20
