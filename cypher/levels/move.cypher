// Write one change of someone's level down, with its reason, and tell them.
//
// A notice is a move without `at`: it happens, or it is cancelled.
//
// mode: write
// example: {"user": "ada", "change": "up", "rank": 1, "move": "move-1", "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $user})
OPTIONAL MATCH (me)-[:MOVED]->(notice:LevelMove)
WHERE notice.at IS NULL AND notice.cancelled_at IS NULL
FOREACH (_ IN CASE WHEN $change IN ['up', 'notice'] THEN [1] ELSE [] END |
  MERGE (move:LevelMove {id: $move})
    ON CREATE SET move.from = me.level, move.to = $rank
  SET move += CASE $change
    WHEN 'up' THEN {reason: 'earned', at: $now}
    ELSE {reason: 'low_score', noticed_at: $now} END
  MERGE (me)-[:MOVED]->(move))
FOREACH (open IN CASE WHEN $change IN ['up', 'recovered'] THEN [notice] ELSE [] END | SET open.cancelled_at = $now)
FOREACH (due IN CASE WHEN $change = 'down' THEN [notice] ELSE [] END | SET due.at = $now)
SET me.level = CASE WHEN $change IN ['up', 'down'] THEN $rank ELSE me.level END
WITH me
MERGE (told:Notification {key: $move + ':' + $change})
  ON CREATE SET told += {kind: 'level_' + $change, count: 1, newest_at: $now}
MERGE (me)-[:TOLD]->(told)
