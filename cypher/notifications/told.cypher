// What these sessions' people are told, the newest first, and how much of it is unread; no row once a session ended.
//
// Whom one blocks, muted, or who left is not heard of, nor a request that is open no more, nor what is out of sight: the
// keys that notifications/out_of_sight answered. Kinds and senders are treated as one has set. With `since` only what
// changed after it. `filtered` asks for what was set aside. `ask` is one map, since the server plans anew for every order
// of magnitude of a list among the parameters.
//
// mode: read
// example: {"ask": {"streams": [{"id": "1", "session": "ada-session", "since": null}], "before": null, "before_key": null,
//   "limit": 21, "filtered": false, "language": "en", "out_of_sight": []}, "now": "2030-01-01T00:00:00Z"}
// returns: stream, user, unread, items
MATCH (young:Rule {name: 'new_account_days'}), (rest:Rule {name: 'request_cool_down_days'}), (most:Rule {name: 'unread_counted'})
MATCH (strangers:SenderClass {id: 'strangers'}), (newcomers:SenderClass {id: 'new_accounts'})
UNWIND $ask.streams AS stream
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: stream.session}) WHERE $now < session.expires_at
WITH stream, me, most, $now - duration({days: young.value}) AS grown, $now - duration({days: rest.value}) AS rested,
  COLLECT { MATCH (me)-[:WANTS {treated: 'drop'}]->(kind:NotificationKind) RETURN kind.kind } AS off,
  coalesce([(me)-[wants:WANTS]->(strangers) | wants.treated][0], strangers.treated) AS strange,
  coalesce([(me)-[wants:WANTS]->(newcomers) | wants.treated][0], newcomers.treated) AS new
CALL (stream, me, grown, rested, off, strange, new) {
  MATCH (me)-[:TOLD]->(told:Notification)
  WHERE (told.read_at IS NULL OR coalesce(told.newest_at > stream.since, true)) AND NOT told.key IN $ask.out_of_sight
  MATCH (kind:NotificationKind {kind: told.kind}) WHERE NOT kind.kind IN off
  WITH me, told, kind, stream, COLLECT {
    MATCH (told)-[:FROM]->(sender:User)
    WITH sender, EXISTS { (me)-[:FRIEND]-(sender) } AS friend
    RETURN {name: sender.display_name, treated: CASE
      WHEN NOT sender:Active OR EXISTS { (me)-[:BLOCKS]-(sender) } THEN 'drop'
      WHEN EXISTS { (me)-[mute:MUTES]->(sender) WHERE coalesce($now < mute.until, true) } THEN 'drop'
      WHEN kind.kind = 'friend_request' AND NOT EXISTS { (me)<-[asked:ASKED]-(sender) WHERE $now < asked.expires_at
        AND coalesce(asked.declined_at < asked.at AND asked.declined_at <= rested, true) } THEN 'drop'
      WHEN friend THEN 'accept'
      WHEN strange <> 'accept' AND NOT EXISTS { (me)-[:FRIEND]-(:Active)-[:FRIEND]-(sender) } THEN strange
      WHEN sender.created_at > grown THEN new ELSE 'accept' END} ORDER BY sender.id } AS senders
  WITH *, [treated IN ['accept', 'filter'] | [sender IN senders WHERE sender.treated = treated]] AS kept
  WHERE size(senders) = 0 OR size(kept[0]) + size(kept[1]) > 0
  WITH told, kind, stream, size(senders) > 0 AND size(kept[0]) = 0 AS aside, coalesce(kept[0][0], kept[1][0]).name AS name,
    CASE WHEN size(kept[0]) < size(senders) THEN size(kept[0]) + size(kept[1]) ELSE told.count END AS count
  ORDER BY told.newest_at DESC, told.key
  RETURN collect(told {.key, .kind, .newest_at, .points, count: count, filtered: aside, name: coalesce(name, ''), words: kind,
    read: told.read_at IS NOT NULL, fresh: coalesce(told.newest_at > stream.since, true),
    id: COLLECT { MATCH (told)-[:ABOUT]->(thing) RETURN thing.id ORDER BY thing.id LIMIT 1 }[0]}) AS found
}
RETURN stream.id AS stream, me.id AS user,
  size([item IN found WHERE NOT item.read AND NOT item.filtered][..most.value]) AS unread,
  [item IN [item IN found WHERE item.fresh AND item.filtered = $ask.filtered AND ($ask.before IS NULL OR item.newest_at < $ask.before
      OR (item.newest_at = $ask.before AND item.key > $ask.before_key))][..$ask.limit] | item {.key, .kind, .count, .newest_at, .read,
    about: CASE WHEN item.id IS NOT NULL THEN {kind: item.words.about, id: item.id} END, text: replace(replace(replace(
      item.words[CASE item.count WHEN 1 THEN 'one_' ELSE 'many_' END + $ask.language], '{count}', toString(item.count)),
      '{name}', item.name), '{points}', toString(coalesce(item.points, 0)))}] AS items
ORDER BY stream
