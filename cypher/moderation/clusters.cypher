// People who earn from each other and are joined by devices, payments or addresses,
// however many steps apart.
//
// Each cluster appears once, from its first member by id.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z", "points": null, "key": null, "limit": 20}
// returns: key, signal, people, points, percent, lines
MATCH (days:Rule {name: 'review_days'})
MATCH (first:User)-[:USES]->(:Identifier)<-[:USES]-(:User)
WITH DISTINCT days, first
MATCH (first)-[:USES*1..]-(member:User)
WITH DISTINCT days, first, member
ORDER BY member.id
WITH days, first, [first] + [member IN collect(member) WHERE member <> first] AS members
WHERE all(member IN members WHERE first.id <= member.id)
CALL (days, members) {
  UNWIND members AS sharer
  MATCH (sharer)-[:GAINED]->(event:XpEvent)-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(buyer:User)
  WHERE buyer IN members AND event.voided_at IS NULL
    AND event.occurred_at > $now - duration({days: days.value})
  WITH event
  ORDER BY event.key
  RETURN collect(event.key) AS lines, sum(event.raw) AS points
}
WITH 'identifiers:' + first.id AS key, members, lines, points
WHERE size(lines) > 0
  AND ($points IS NULL
    OR points < $points
    OR (points = $points AND key > $key))
RETURN
  key,
  'identifiers' AS signal,
  [user IN members | user {.id, .handle, .display_name, .level}] AS people,
  points,
  null AS percent,
  lines
ORDER BY points DESC, key
LIMIT $limit
