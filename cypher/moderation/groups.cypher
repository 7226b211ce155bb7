// People with most of their points from the same few buyers.
//
// A group is the `review_group_people` buyers who gave most. The query looks only at people with
// `review_least_xp` points or more.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z", "points": null, "key": null, "limit": 20}
// returns: key, signal, people, points, percent, lines
MATCH (days:Rule {name: 'review_days'}), (least:Rule {name: 'review_least_xp'})
MATCH (few:Rule {name: 'review_group_people'}), (percent:Rule {name: 'review_group_percent'})
MATCH (event:XpEvent)<-[:GAINED]-(sharer:User)
WHERE event.occurred_at > $now - duration({days: days.value}) AND event.voided_at IS NULL
OPTIONAL MATCH (event)-[:BECAUSE_OF]->(:Purchase|Claim)<-[:MADE|CLAIMED]-(buyer:User)
WITH least, few, percent, sharer, buyer, sum(event.raw) AS points, collect(event.key) AS lines
ORDER BY points DESC, buyer.id
WITH least, few, percent, sharer, sum(points) AS total,
  [part IN collect({buyer: buyer, points: points, lines: lines})
    WHERE part.buyer IS NOT NULL][..few.value] AS parts
WITH *,
  reduce(points = 0, part IN parts | points + part.points) AS points,
  'group:' + sharer.id AS key
WHERE total >= least.value AND points * 100 > percent.value * total
  AND ($points IS NULL
    OR points < $points
    OR (points = $points AND key > $key))
RETURN
  key,
  'group' AS signal,
  [user IN [sharer] + [part IN parts | part.buyer]
    | user {.id, .handle, .display_name, .level}] AS people,
  points,
  points * 100 / total AS percent,
  reduce(lines = [], part IN parts | lines + part.lines) AS lines
ORDER BY points DESC, key
LIMIT $limit
