// Write down one change of a person's level with its reason, and notify the person.
//
// A notice is a move without `at`. The move happens later, or it is cancelled.
//
// mode: write
// example: {"user": "ada", "change": "up", "to": 1, "level": 1, "move": "move-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $user})
OPTIONAL MATCH (me)-[:MOVED]->(notice:LevelMove)
WHERE notice.at IS NULL
  AND notice.cancelled_at IS NULL
  AND notice.id <> $move
FOREACH (open IN CASE WHEN notice IS NULL THEN [] ELSE [notice] END |
  SET open += CASE $change WHEN 'down' THEN {at: $now} ELSE {cancelled_at: $now} END)
FOREACH (_ IN CASE WHEN $change IN ['up', 'notice'] THEN [1] ELSE [] END |
  MERGE (move:LevelMove {id: $move})
    ON CREATE SET move.from = me.level, move.to = $to
  SET move += CASE $change
    WHEN 'up' THEN {reason: 'earned', at: $now}
    ELSE {reason: 'low_score', noticed_at: $now}
  END
  MERGE (me)-[:MOVED]->(move))
SET me.level = $level
WITH me
MERGE (notification:Notification {key: me.id + ':level:' + $move})
  ON CREATE SET notification += {kind: 'level_' + $change, count: 1, newest_at: $now}
MERGE (me)-[:TOLD]->(notification)
