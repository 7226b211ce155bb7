// How many coupons can people claim in their circle?
//
// It counts live shares with copies left, by friends and by friends of friends. It looks at the
// `sample` active people who joined last.
//
// mode: read
// picture: bar coupons people
// title_zh: 大家的圈子里有多少券可领？
// zh: {"sample": "取样人数", "coupons": "可领的券", "people": "人数"}
// example: {"sample": 200, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: coupons, people
MATCH (least:Rule {name: 'least_group'})
CALL () {
  MATCH (person:User:Active)
  RETURN person
  ORDER BY person.created_at DESC, person.id
  LIMIT $sample
}
WITH least, person, COLLECT { MATCH (person)-[:BLOCKS]-(blocked:User) RETURN blocked } AS blocked
OPTIONAL MATCH (person)-[:FRIEND]-{0,1}(bridge:User:Active)-[:REACHES]->(publisher:User:Active)
WHERE publisher <> person
  AND (bridge = person OR NOT bridge:NoBridge)
  AND NOT publisher IN blocked
WITH least, person, publisher, min(CASE WHEN bridge = person THEN 1 ELSE 2 END) AS degree
WITH least, publisher, collect([person, degree]) AS viewers
WITH least, viewers, COLLECT {
  MATCH (publisher)-[:PUBLISHED]->(share:Live)-[:OFFERS]->(coupon:Coupon)
  WHERE share.published_at <= $now AND $now < share.expires_at AND share.audience <> 'direct'
    AND coupon.quota > COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
  RETURN share.audience
} AS audiences
WITH least, viewers,
  size(audiences) AS near,
  size([audience IN audiences WHERE audience <> 'friends']) AS far
UNWIND viewers AS viewer
WITH least, viewer[0] AS person,
  sum(CASE viewer[1] WHEN 1 THEN near ELSE far END) AS coupons
WITH least, size([bound IN [1, 5, 10, 20, 50, 100] WHERE bound <= coupons]) AS place,
  count(person) AS people
WHERE people >= least.value
RETURN ['0', '1–4', '5–9', '10–19', '20–49', '50–99', '100+'][place] AS coupons, people
ORDER BY place
LIMIT $limit
