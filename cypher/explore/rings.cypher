// In how many rings do people buy with each other's coupons?
//
// In a ring of two to four people each one bought with a copy of the next, and the last with a
// copy of the first. It looks at the `sample` buyers who bought with a copy last. Moderators find
// the people at /v1/admin/reviews.
//
// mode: read
// picture: bar members rings
// title_zh: 有多少互相用券的小圈？
// zh: {"weeks": "最近几周", "sample": "取样人数", "members": "环内人数", "rings": "环",
//   "people": "涉及人数", "purchases": "购买"}
// example: {"weeks": 13, "sample": 1000, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: members, rings, people, purchases
MATCH (least:Rule {name: 'least_group'})
MATCH (buyer:User)-[:MADE]->(purchase:Purchase)-[:REDEEMED]->(:Claim)
WHERE $now - duration({weeks: $weeks}) <= purchase.recorded_at <= $now
WITH least, buyer, max(purchase.recorded_at) AS latest
ORDER BY latest DESC, buyer.id
LIMIT $sample
MATCH (buyer)
  ((one:User)-[:MADE]->(order:Purchase)-[:REDEEMED]->(:Claim)
    -[:FROM]->(:Share)<-[:PUBLISHED]-(:User)
  WHERE buyer.id <= one.id
    AND $now - duration({weeks: $weeks}) <= order.recorded_at <= $now){2,4}
  (buyer)
WHERE all(place IN range(1, size(one) - 1) WHERE NOT one[place] IN one[..place])
WITH least, size(one) AS members, [person IN one | person.id] AS ring, one, order
UNWIND one AS person
UNWIND order AS bought
WITH least, members,
  count(DISTINCT ring) AS rings,
  count(DISTINCT person) AS people,
  count(DISTINCT bought) AS purchases
WHERE people >= least.value
RETURN members, rings, people, purchases
ORDER BY members
LIMIT $limit
