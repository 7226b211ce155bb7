// What do people look for in vain that nobody in their circle has a coupon for?
//
// It looks at the `sample` newest searches and wishes, as far back as searches are kept. A row
// stands for at least `gap_group` people, and shows a category, never their words.
//
// mode: read
// picture: bar category lacking
// title_zh: 大家在圈子里找什么却找不到？
// zh: {"sample": "取样人次", "category": "类别", "category_zh": "类别名", "seekers": "在找的人",
//   "lacking": "圈内没有券的人"}
// example: {"sample": 2000, "limit": 30, "now": "2030-01-01T00:00:00Z"}
// returns: category, category_zh, seekers, lacking
MATCH (least:Rule {name: 'gap_group'}), (kept:Rule {name: 'search_days'})
MATCH (person:User&Active)-[:SEARCHED|WISHED]->(sought:Search|Wish)
MATCH (sought)-[:ABOUT|WANTS]->(category:Category)
WITH least, kept, person, category, coalesce(sought.at, sought.created_at) AS at
WHERE $now - duration({days: kept.value}) <= at <= $now
WITH least, person, category, max(at) AS latest
ORDER BY latest DESC, person.id, category.id
LIMIT $sample
WITH least, category, collect(person) AS seekers
WHERE size(seekers) >= least.value
UNWIND seekers AS person
WITH least, category, person, EXISTS {
  MATCH (person)-[:FRIEND]-{0,1}(bridge:User:Active)-[:REACHES]->(publisher:User:Active)
  MATCH (publisher)-[:PUBLISHED]->(share:Live)
  WHERE publisher <> person
    AND share.published_at <= $now AND $now < share.expires_at AND share.audience <> 'direct'
    AND (bridge = person OR NOT bridge:NoBridge AND share.audience <> 'friends')
    AND NOT EXISTS { (person)-[:BLOCKS]-(publisher) }
  MATCH (share)-[:OFFERS]->(coupon:Coupon)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category)
} AS served
WITH least, category,
  count(person) AS seekers,
  sum(CASE WHEN served THEN 0 ELSE 1 END) AS lacking
WHERE lacking >= least.value
RETURN category.id AS category, category.name_zh AS category_zh, seekers, lacking
ORDER BY lacking DESC, category
LIMIT $limit
