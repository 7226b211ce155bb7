// What moderators did to me or mine, the latest first, and my appeals.
//
// mode: read
// example: {"me": "ada", "action": null, "before": null, "before_id": null, "limit": 21}
// returns: id, kind, reason, at, about, appeal
MATCH (me:User {id: $me})
CALL (me) {
  MATCH (me)<-[:ON]-(action:Action)
  RETURN action, me AS thing
  UNION
  MATCH (me)-[:PUBLISHED|WROTE|POSED|WISHED|REPLIED|GAINED]->(thing)<-[:ON]-(action:Action)
  RETURN action, thing
}
WITH me, action, thing
WHERE ($action IS NULL OR action.id = $action)
  AND ($before IS NULL OR action.at < $before
    OR (action.at = $before AND action.id > $before_id))
WITH me, action, collect(thing)[0] AS thing
ORDER BY action.at DESC, action.id LIMIT $limit
RETURN
  action.id AS id,
  action.kind AS kind,
  action.reason AS reason,
  action.at AS at,
  {id: thing.id, kind: CASE
    WHEN thing:User THEN 'user'
    WHEN thing:Share THEN 'share'
    WHEN thing:Message THEN 'message'
    WHEN thing:Question THEN 'question'
    WHEN thing:Wish THEN 'wish'
    WHEN thing:Reply THEN 'reply'
    ELSE 'experience' END} AS about,
  [(me)-[:FILED]->(appeal:Report)-[:ABOUT]->(action) |
    appeal {.id, .at, .resolved_at, .outcome}][0] AS appeal
ORDER BY at DESC, id
