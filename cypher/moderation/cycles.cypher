// Rings in which points went round: each bought with a coupon of the next, several times over.
//
// Only pairs who did so `review_cycle_purchases` times are walked; a ring is told once, from its first
// member by id, and has at most `review_cycle_people`.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z", "points": null, "key": null, "limit": 20}
// returns: key, signal, people, points, percent, lines
MATCH (days:Rule {name: 'review_days'}), (most:Rule {name: 'review_cycle_people'})
MATCH (least:Rule {name: 'review_cycle_purchases'})
MATCH (event:XpEvent)-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(buyer:User)
WHERE event.occurred_at > $now - duration({days: days.value}) AND event.voided_at IS NULL
MATCH (sharer:User)-[:GAINED]->(event)
WITH most, least, sharer.id AS sharer, buyer.id AS buyer, collect(event.key) AS lines, sum(event.raw) AS points
WHERE size(lines) >= least.value
WITH most.value AS most, collect({from: buyer, to: sharer, lines: lines, points: points}) AS steps
WITH most, steps, [step IN steps | step.from] AS buyers, [step IN steps | step.to] AS sharers
WITH most, [step IN steps WHERE step.from IN sharers AND step.to IN buyers] AS steps
WITH reduce(walk = {open: [step IN steps WHERE step.from < step.to | [step]], rings: []}, n IN range(2, most) | {
  rings: walk.rings + reduce(rings = [], way IN walk.open | rings
    + [step IN steps WHERE step.from = way[-1].to AND step.to = way[0].from | way + [step]]),
  open: reduce(open = [], way IN walk.open | open
    + [step IN steps WHERE step.from = way[-1].to AND way[0].from < step.to
        AND none(before IN way WHERE before.to = step.to) | way + [step]])
}).rings AS rings
UNWIND rings AS ring
WITH
  [step IN ring | step.from] AS ids,
  reduce(lines = [], step IN ring | lines + step.lines) AS lines,
  reduce(points = 0, step IN ring | points + step.points) AS points
WITH 'cycle:' + reduce(key = ids[0], id IN ids[1..] | key + '>' + id) AS key, ids, lines, points
WHERE $points IS NULL OR points < $points OR (points = $points AND key > $key)
WITH * ORDER BY points DESC, key LIMIT $limit
RETURN key, 'cycle' AS signal, COLLECT {
  UNWIND ids AS id MATCH (user:User {id: id}) RETURN user {.id, .handle, .display_name, .level}
} AS people, points, null AS percent, lines
ORDER BY points DESC, key
