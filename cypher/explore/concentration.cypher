// Does everybody's word count, or only that of a few: what part of all claims do the busiest sharers get?
//
// Sharers in tenths by the claims on what they published; the first tenth has most. Told when a tenth is a group.
//
// mode: read
// picture: bar tenth claims_percent
// title_zh: 人人说话都算数，还是只靠少数人？
// zh: {"weeks": "最近几周", "tenth": "第几个一成", "sharers": "分享者", "claims": "领取", "claims_percent": "占领取百分比"}
// example: {"weeks": 26, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: tenth, sharers, claims, claims_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (sharer:User)-[:PUBLISHED]->(share:Share)
WHERE $now - duration({weeks: $weeks}) <= share.published_at <= $now
WITH least, sharer, sum(COUNT { (share)<-[:FROM]-(:Claim) }) AS claims
ORDER BY claims DESC, sharer.id
WITH least, collect(claims) AS every, sum(claims) AS total
WHERE size(every) >= 10 * least.value AND total > 0
UNWIND range(1, 10) AS tenth
WITH tenth, total, every[(tenth - 1) * size(every) / 10 .. tenth * size(every) / 10] AS part
WITH tenth, total, size(part) AS sharers, reduce(claims = 0, one IN part | claims + one) AS claims
RETURN tenth, sharers, claims, round(100.0 * claims / total, 1) AS claims_percent
ORDER BY tenth
LIMIT $limit
