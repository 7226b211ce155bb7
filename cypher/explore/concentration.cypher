// What part of all claims do the busiest sharers get?
//
// The query sorts sharers by the claims on their shares, most first, and splits them into ten equal
// parts. There is an answer only when each part is a group.
//
// mode: read
// picture: bar tenth claims_percent
// title_zh: 领取集中在少数分享者身上吗？
// zh: {"weeks": "最近几周", "tenth": "第几个一成", "sharers": "分享者", "claims": "领取",
//   "claims_percent": "占全部领取（%）"}
// example: {"weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: tenth, sharers, claims, claims_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (sharer:User)-[:PUBLISHED]->(share:Share)
WHERE $now - duration({weeks: $weeks}) <= share.published_at <= $now
WITH least, sharer, sum(COUNT { (share)<-[:FROM]-(:Claim) }) AS claims
ORDER BY claims DESC, sharer.id
WITH least, collect(claims) AS all_claims, sum(claims) AS total
WHERE size(all_claims) >= 10 * least.value AND total > 0
UNWIND range(1, 10) AS tenth
WITH tenth, total,
  all_claims[(tenth - 1) * size(all_claims) / 10 .. tenth * size(all_claims) / 10] AS part
WITH tenth, total,
  size(part) AS sharers,
  reduce(claims = 0, number IN part | claims + number) AS claims
RETURN tenth, sharers, claims, round(100.0 * claims / total, 1) AS claims_percent
ORDER BY tenth
LIMIT $limit
