// What one person shares that I may see now, newest first, each by its nearest way (parts/sight).
//
// No row: there is nobody of whom I could see anything. Following shows what is public and makes
// nobody a bridge.
//
// mode: read
// example: {"me": "ada", "user": "bob", "before": null, "before_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: items
MATCH (me:User:Active {id: $me}), (person:User:Active {id: $user})
WHERE NOT EXISTS { (me)-[:BLOCKS]-(person) }
RETURN COLLECT {
  MATCH (person)-[:PUBLISHED]->(share:Share)
  WHERE $before IS NULL OR share.published_at < $before
    OR (share.published_at = $before AND share.id > $before_id)
  WITH me, share ORDER BY share.published_at DESC, share.id
  // part: parts/sight
  RETURN {id: share.id, published_at: share.published_at, way: way,
    bridges: [bridge IN bridges | bridge.id]}
  ORDER BY share.published_at DESC, share.id LIMIT $limit
} AS items
