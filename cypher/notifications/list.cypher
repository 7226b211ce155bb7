// The notifications of these sessions' people, the newest first, and how many are unread.
//
// No row once a session ended. Left out: those from blocked, muted and departed senders, closed
// friend requests, and those out of sight, whose keys notifications/out_of_sight returned. Kinds
// and senders are treated as their reader has set. With `since` only what changed after it.
// `filtered` asks for those that the reader's settings filter out. `ask` is one map, since the
// server plans anew for every order of magnitude of a list among the parameters.
//
// mode: read
// example: {"ask": {"streams": [{"id": "1", "session": "ada-session", "since": null}],
//   "before": null, "before_key": null, "limit": 21, "filtered": false, "language": "en",
//   "out_of_sight": []}, "now": "2030-01-01T00:00:00Z"}
// returns: stream, user, unread, items
MATCH (young:Rule {name: 'new_account_days'}), (rest:Rule {name: 'request_cool_down_days'})
MATCH (most:Rule {name: 'unread_counted'})
MATCH (strangers:SenderClass {id: 'strangers'}), (newcomers:SenderClass {id: 'new_accounts'})
UNWIND $ask.streams AS stream
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: stream.session})
WHERE $now < session.expires_at
WITH stream, me, most, {
  grown: $now - duration({days: young.value}), rested: $now - duration({days: rest.value}),
  strangers: coalesce([(me)-[wants:WANTS]->(strangers) | wants.treated][0], strangers.treated),
  newcomers: coalesce([(me)-[wants:WANTS]->(newcomers) | wants.treated][0], newcomers.treated)
} AS policy, COLLECT {
  MATCH (me)-[:WANTS {treated: 'drop'}]->(kind:NotificationKind) RETURN kind.kind } AS off
CALL (stream, me, policy, off) {
  MATCH (me)-[:TOLD]->(notification:Notification)
  WHERE (notification.read_at IS NULL OR coalesce(notification.newest_at > stream.since, true))
    AND NOT notification.key IN $ask.out_of_sight
  MATCH (kind:NotificationKind {kind: notification.kind}) WHERE NOT kind.kind IN off
  // part: parts/senders
  WITH *, [one IN senders WHERE one.treated = 'accept'] AS accepted,
    [one IN senders WHERE one.treated = 'filter'] AS filtered
  WHERE size(senders) = 0 OR size(accepted) + size(filtered) > 0
  WITH *, size(accepted) AS some, size(accepted) + size(filtered) AS all
  ORDER BY notification.newest_at DESC, notification.key
  RETURN collect(notification {.key, .kind, .newest_at, .points,
    count: CASE WHEN some < size(senders) THEN all ELSE notification.count END,
    filtered: size(senders) > 0 AND some = 0, words: kind,
    name: coalesce(accepted[0].name, filtered[0].name, ''),
    read: notification.read_at IS NOT NULL,
    fresh: coalesce(notification.newest_at > stream.since, true),
    id: COLLECT { MATCH (notification)-[:ABOUT]->(thing)
      RETURN thing.id ORDER BY thing.id LIMIT 1 }[0]}) AS every
}
WITH stream, me, every,
  size([one IN every WHERE NOT one.read AND NOT one.filtered][..most.value]) AS unread
// part: parts/worded
RETURN stream.id AS stream, me.id AS user, unread, items
ORDER BY stream
