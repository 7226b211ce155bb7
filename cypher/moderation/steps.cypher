// Pairs of a buyer and a sharer with `review_cycle_purchases` recent purchases or more.
//
// `points` are the points that these purchases gave. Only pairs that can be part of a ring are
// here: the buyer also earns from somebody, and the sharer also buys with copies.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: buyer, sharer, points
MATCH (days:Rule {name: 'review_days'}), (least:Rule {name: 'review_cycle_purchases'})
MATCH (event:XpEvent)-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(buyer:User)
WHERE event.occurred_at > $now - duration({days: days.value}) AND event.voided_at IS NULL
MATCH (sharer:User)-[:GAINED]->(event)
WITH least, buyer.id AS buyer, sharer.id AS sharer,
  count(event) AS purchases, sum(event.raw) AS points
WHERE purchases >= least.value
WITH collect({buyer: buyer, sharer: sharer, points: points}) AS steps
WITH steps,
  [step IN steps | step.buyer] AS buyers,
  [step IN steps | step.sharer] AS sharers
UNWIND steps AS step
WITH step
WHERE step.buyer IN sharers AND step.sharer IN buyers
RETURN step.buyer AS buyer, step.sharer AS sharer, step.points AS points
ORDER BY buyer, sharer
