// My threads, the one last written in first, or one of them: with whom, about what, its state, what
// is unread.
//
// Left and declined ones come only on request. Nothing says that the other left or declined.
//
// mode: read
// example: {"me": "ada", "thread": null, "state": null, "before": null, "before_id": null,
//   "limit": 21, "now": "2030-01-01T00:00:00Z"}
// returns: id, state, asks, muted, unread, opened_at, newest_at, helpful_at, share, other, newest
MATCH (owner:User:Active {id: $me})-[mine:TALKS_IN]->(thread:Thread)-[:ABOUT]->(share:Share)
WHERE ($thread IS NULL OR thread.id = $thread)
  AND ($before IS NULL OR thread.newest_at < $before
    OR (thread.newest_at = $before AND thread.id > $before_id))
WITH *, CASE
  WHEN mine.left_at IS NOT NULL THEN 'left'
  WHEN thread.accepted_at IS NOT NULL THEN 'accepted'
  WHEN thread.declined_at IS NOT NULL AND NOT mine.asks THEN 'declined'
  ELSE 'requested' END AS state
WHERE $thread IS NOT NULL OR state = $state
  OR ($state IS NULL AND NOT state IN ['left', 'declined'])
WITH * ORDER BY thread.newest_at DESC, thread.id
MATCH (me:User:Active)-[:TALKS_IN {asks: true}]->(thread)
// part: parts/sight
WITH *, CASE WHEN mine.asks THEN publisher ELSE me END AS other
ORDER BY thread.newest_at DESC, thread.id LIMIT $limit
MATCH (share)-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)
OPTIONAL MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)
RETURN thread.id AS id, state, mine.asks AS asks, mine.muted_at IS NOT NULL AS muted, COUNT {
    (other)-[:WROTE]->(message:Message)-[:IN]->(thread)
    WHERE coalesce(message.at > mine.read_until, true) } AS unread,
  thread.opened_at AS opened_at, thread.newest_at AS newest_at, thread.helpful_at AS helpful_at,
  {id: share.id, product: product.name, shop: shop.name} AS share,
  other {.id, .display_name, creator: other:Creator} AS other, COLLECT {
    MATCH (writer:User)-[:WROTE]->(message:Message)-[:IN]->(thread)
    RETURN message {.id, .at, mine: writer = owner,
      text: CASE WHEN message.hidden_at IS NULL THEN message.text END}
    ORDER BY message.at DESC LIMIT 1 }[0] AS newest
ORDER BY newest_at DESC, id
