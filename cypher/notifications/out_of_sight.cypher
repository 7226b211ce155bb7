// The keys of notifications that these sessions' people may not read now: their shares are out of
// sight.
//
// They are about talk under shares, answers and coupons sent. The sight is mine, or the other's
// whose thread asks; my own shares I see while they are live.
//
// mode: read
// example: {"ask": {"streams": [{"id": "1", "session": "ada-session", "since": null}]},
//   "now": "2030-01-01T00:00:00Z"}
// returns: keys
UNWIND $ask.streams AS stream
MATCH (reader:User:Active)-[:SIGNED_IN]->(:Session {token_hash: stream.session})
MATCH (reader)-[:TOLD]->(notification:Notification)
WHERE notification.kind IN ['message', 'question', 'answer', 'coupon_received', 'wish_match']
  AND (notification.read_at IS NULL OR coalesce(notification.newest_at > stream.since, true))
WITH notification, coalesce([
  (notification)-[:ABOUT]->(:Thread)<-[:TALKS_IN {asks: true}]-(other:User) | other
][0], reader) AS me
WHERE NOT me:Active OR NOT EXISTS {
  MATCH (notification)-[:ABOUT*1..2]->(share:Share)
  // part: parts/sight
  RETURN way
}
WITH notification.key AS key ORDER BY key
RETURN collect(key) AS keys
