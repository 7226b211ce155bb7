// How many wishes are answered, and how many of the answers are claimed and used?
//
// mode: read
// picture: funnel step wishes
// title_zh: 有多少求券得到回应、被领取、被用掉？
// zh: {"category": "类别", "weeks": "最近几周", "step": "步骤", "wishes": "求券", "people": "人数",
//   "percent_of_all": "占全部（%）", "made": "发出", "answered": "有人回应", "claimed": "领取",
//   "bought": "用券购买"}
// example: {"category": null, "weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: step, wishes, people, percent_of_all
MATCH (least:Rule {name: 'least_group'})
MATCH (person:User)-[:WISHED]->(wish:Wish)
WHERE $now - duration({weeks: $weeks}) <= wish.created_at <= $now
  AND ($category IS NULL OR EXISTS { (wish)-[:WANTS]->(:Category {id: $category}) })
OPTIONAL MATCH (wish)<-[:ANSWERS]-(share:Share)
OPTIONAL MATCH (share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(person)
OPTIONAL MATCH (claim)<-[:REDEEMED]-(purchase:Purchase)
WITH least, count(DISTINCT wish) AS total,
  collect(DISTINCT {step: 1, wish: wish, person: person})
    + collect(DISTINCT CASE WHEN share IS NOT NULL THEN {step: 2, wish: wish, person: person} END)
    + collect(DISTINCT CASE WHEN claim IS NOT NULL THEN {step: 3, wish: wish, person: person} END)
    + collect(DISTINCT CASE WHEN purchase IS NOT NULL
      THEN {step: 4, wish: wish, person: person} END) AS steps
UNWIND steps AS one
WITH least, total, one.step AS place,
  count(DISTINCT one.wish) AS wishes, count(DISTINCT one.person) AS people
WHERE people >= least.value
RETURN
  [null, 'made', 'answered', 'claimed', 'bought'][place] AS step,
  wishes,
  people,
  round(100.0 * wishes / total, 1) AS percent_of_all
ORDER BY place
LIMIT $limit
