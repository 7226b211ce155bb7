// A move up is earned, a move down is one step after its notice.
// A person has at most one open notice.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (move:LevelMove)
WHERE COUNT { (move)<-[:MOVED]-(:User) } <> 1
  OR NOT move.reason IN ['earned', 'low_score']
  OR move.reason = 'earned'
    AND (move.to <= move.from OR move.at IS NULL OR move.noticed_at IS NOT NULL)
  OR move.reason = 'low_score'
    AND (move.to <> move.from - 1 OR move.noticed_at IS NULL OR move.at < move.noticed_at)
  OR move.at IS NOT NULL AND move.cancelled_at IS NOT NULL
  OR move.at IS NULL AND move.cancelled_at IS NULL AND EXISTS {
    MATCH (move)<-[:MOVED]-(:User)-[:MOVED]->(other:LevelMove)
    WHERE other <> move AND other.at IS NULL AND other.cancelled_at IS NULL
  }
WITH move.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
