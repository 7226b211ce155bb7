// Do people use a copy more often when several separate groups of friends recommend the shop?
//
// It takes the `sample` latest claims, and for each the claimer's friends who had shared something
// of that shop by then. Friends who are friends of each other count as one group.
//
// mode: read
// picture: bar voices used_percent
// title_zh: 几群互不相识的朋友都推荐同一家店，券更常被用掉吗？
// zh: {"weeks": "最近几周", "sample": "取样领取数", "voices": "互不相识的朋友群", "claims": "领取",
//   "claimers": "领取人数", "used_percent": "使用率（%）"}
// example: {"weeks": 26, "sample": 500, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: voices, claims, claimers, used_percent
MATCH (least:Rule {name: 'least_group'})
MATCH (person:User)-[:CLAIMED]->(claim:Claim)
WHERE $now - duration({weeks: $weeks}) <= claim.claimed_at <= $now
WITH least, person, claim
ORDER BY claim.claimed_at DESC, claim.id
LIMIT $sample
MATCH (claim)-[:FROM]->(:Share)-[:OFFERS]->(:Coupon)-[:FOR]->(shop:Shop)
WITH least, person, claim, COLLECT {
  MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(earlier:Share)<-[:PUBLISHED]-(voice:User)
  WHERE earlier.published_at <= claim.claimed_at AND EXISTS { (person)-[:FRIEND]-(voice) }
  RETURN DISTINCT voice
} AS voices
WITH least, person, claim, voices, COLLECT {
  UNWIND voices AS one
  MATCH (one)-[:FRIEND]->(other:User)
  WHERE other IN voices
  RETURN [one, other]
} AS ties
WITH least, person, claim,
  size(reduce(groups = [voice IN voices | [voice]], tie IN ties |
    [group IN groups WHERE none(voice IN group WHERE voice IN tie)]
      + [reduce(joined = [], group IN groups |
        CASE WHEN any(voice IN group WHERE voice IN tie) THEN joined + group ELSE joined END)]
  )) AS groups
WITH least, CASE WHEN groups < 3 THEN groups ELSE 3 END AS place,
  count(claim) AS claims, count(DISTINCT person) AS claimers,
  sum(CASE WHEN EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN 1 ELSE 0 END) AS used
WHERE claimers >= least.value
RETURN
  ['0', '1', '2', '3+'][place] AS voices,
  claims,
  claimers,
  round(100.0 * used / claims, 1) AS used_percent
ORDER BY place
LIMIT $limit
