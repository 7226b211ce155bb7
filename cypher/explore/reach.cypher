// How many people can a sharer reach now, by degree?
//
// Friends are degree 1, their friends degree 2, without blocks and without bridges that are off. It
// looks at the `sample` people who shared last. The top tenth appears only when it is a group.
//
// mode: read
// picture: bar degree median
// title_zh: 分享者现在能触达多少人（按度数）？
// zh: {"category": "类别", "sample": "取样人数", "degree": "度", "publishers": "分享者",
//   "median": "中位数", "mean": "平均", "top_tenth": "前一成"}
// example: {"category": null, "sample": 200, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: degree, publishers, median, mean, top_tenth
MATCH (least:Rule {name: 'least_group'})
MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Live)
WHERE share.audience IN ['circle', 'public']
  AND share.published_at <= $now AND $now < share.expires_at
MATCH (share)-[:OFFERS]->(coupon:Coupon)
MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
WHERE $category IS NULL OR category.id = $category
WITH least, publisher, max(share.published_at) AS latest
ORDER BY latest DESC, publisher.id LIMIT $sample
WITH least, publisher,
  COUNT { (publisher)-[:FRIEND]-(:User:Active) } AS first,
  COLLECT { MATCH (publisher)-[:BLOCKS]-(blocked:User) RETURN blocked } AS blocked
WITH least, first, COUNT {
  MATCH (publisher)-[:FRIEND]-{0,1}(bridge:User:Active)-[:FRIEND]-(other:User:Active)
  WHERE other <> publisher
    AND (bridge = publisher OR NOT bridge:NoBridge)
    AND NOT other IN blocked
  RETURN DISTINCT other
} - first AS second
UNWIND [[1, first], [2, second]] AS part
WITH least, part[0] AS degree, part[1] AS people
WITH least, degree,
  count(*) AS publishers, avg(people) AS mean,
  percentileCont(people, 0.5) AS median, percentileCont(people, 0.9) AS tenth
WHERE publishers >= least.value
RETURN
  degree,
  publishers,
  toInteger(round(median)) AS median,
  round(mean, 1) AS mean,
  CASE WHEN publishers >= 10 * least.value THEN toInteger(round(tenth)) END AS top_tenth
ORDER BY degree
LIMIT $limit
