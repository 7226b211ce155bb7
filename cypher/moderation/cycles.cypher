// Rings of two to four people who repeatedly bought with coupons of the next one.
//
// `$steps` holds the rows of moderation/steps: the points by buyer and sharer. Each ring appears
// once, from its first member by id. The rule `review_cycle_people` may allow shorter rings only.
//
// mode: read
// example: {"steps": {"ada": {"bob": 60}, "bob": {"ada": 60}}, "now": "2030-01-01T00:00:00Z",
//   "points": null, "key": null, "limit": 20}
// returns: key, signal, people, points, percent, lines
MATCH (days:Rule {name: 'review_days'}), (most:Rule {name: 'review_cycle_people'})
UNWIND keys($steps) AS one
UNWIND [id IN keys($steps[one]) WHERE one < id] AS two
CALL (one, two) {
  RETURN [one, two] AS ring
  UNION ALL
  UNWIND [id IN keys($steps[two]) WHERE one < id] AS three
  RETURN [one, two, three] AS ring
  UNION ALL
  UNWIND [id IN keys($steps[two]) WHERE one < id] AS three
  UNWIND [id IN keys($steps[three]) WHERE one < id AND id <> two] AS four
  RETURN [one, two, three, four] AS ring
}
WITH days, ring
WHERE size(ring) <= most.value AND $steps[ring[-1]][ring[0]] IS NOT NULL
WITH days, ring,
  [n IN range(0, size(ring) - 1) | [ring[n], ring[(n + 1) % size(ring)]]] AS steps
WITH days, ring, steps,
  reduce(points = 0, step IN steps | points + $steps[step[0]][step[1]]) AS points,
  'cycle:' + reduce(key = ring[0], id IN ring[1..] | key + '>' + id) AS key
WHERE $points IS NULL OR points < $points OR (points = $points AND key > $key)
WITH *
ORDER BY points DESC, key
LIMIT $limit
RETURN key, 'cycle' AS signal,
  COLLECT {
    UNWIND ring AS id
    MATCH (user:User {id: id})
    RETURN user {.id, .handle, .display_name, .level}
  } AS people,
  points, null AS percent,
  COLLECT {
    UNWIND steps AS step
    MATCH (:User {id: step[0]})-[:MADE]->(:Purchase)<-[:BECAUSE_OF]-(event:XpEvent)
      <-[:GAINED]-(:User {id: step[1]})
    WHERE event.occurred_at > $now - duration({days: days.value}) AND event.voided_at IS NULL
    RETURN event.key ORDER BY event.key
  } AS lines
ORDER BY points DESC, key
