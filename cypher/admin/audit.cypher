// Actions of admins and merchants, newest first: who took them, why, and on what.
//
// Nobody took the actions of an operator at the machine: `by` is null.
//
// mode: read
// example: {"kind": null, "by": null, "after": null, "after_id": null, "limit": 21}
// returns: id, kind, reason, count, at, by, things, shop, appealed
MATCH (action:Action)
WHERE ($kind IS NULL OR action.kind = $kind)
  AND ($by IS NULL OR EXISTS { (:User {id: $by})-[:TOOK]->(action) })
  AND ($after IS NULL
    OR action.at < $after
    OR (action.at = $after AND action.id < $after_id))
WITH action
ORDER BY action.at DESC, action.id DESC
LIMIT $limit
RETURN
  action.id AS id,
  action.kind AS kind,
  action.reason AS reason,
  action.count AS count,
  action.at AS at,
  [(actor:User)-[:TOOK]->(action) | actor {.id, .handle, .display_name}][0] AS by,
  [(action)-[:ON]->(thing) | {
    id: coalesce(thing.id, thing.key),
    kind: [label IN ['User', 'Share', 'Message', 'Question', 'Wish',
        'Reply', 'Program', 'Giveaway', 'XpEvent', 'Platform']
      WHERE label IN labels(thing) | toLower(label)][0]
  }][..5] AS things,
  [(action)-[:FOR]->(shop:Shop) | shop {.id, .name}][0] AS shop,
  EXISTS { (:Report)-[:ABOUT]->(action) } AS appealed
ORDER BY at DESC, id DESC
