// Make two locked people friends if each asks the other, and connect each to the other's shares.
//
// mode: write
// example: {"me": "ada", "user": "dee", "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, state
MATCH (most:Rule {name: 'friends'})
MATCH (me:User:Active {id: $me})-[mine:ASKED]->(other:User:Active {id: $user})
MATCH (other)-[theirs:ASKED]->(me)
WHERE $now < mine.expires_at
  AND $now < theirs.expires_at
WITH
  me,
  other,
  mine,
  theirs,
  theirs.id AS request,
  most.value AS limit,
  COUNT { (me)-[:FRIEND]-() } >= most.value
    OR COUNT { (other)-[:FRIEND]-() } >= most.value AS full
MERGE (me)-[friendship:FRIEND]-(other)
  ON CREATE SET friendship.since = $now, friendship.request = request
DELETE mine, theirs
WITH me, other, limit, full
CALL (me, other) {
  UNWIND [[me, other], [other, me]] AS pair
  WITH pair[0] AS friend, pair[1] AS publisher
  WHERE EXISTS { (publisher)-[:PUBLISHED]->(share:Share) WHERE share.withdrawn_at IS NULL }
  MERGE (friend)-[:REACHES]->(publisher)
}
RETURN
  max(CASE WHEN full THEN 'friend_limit' END) AS refused,
  max(limit) AS limit,
  CASE count(*) WHEN 0 THEN 'pending' ELSE 'accepted' END AS state
