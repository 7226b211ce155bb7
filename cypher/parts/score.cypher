// How much a candidate counts in the ranked feed: the published formula (circle/formula), by
// factors.
//
// `ranking` is the node of the formula's numbers, `least` how many verdicts a published number
// needs.
//
// mode: part
// takes: candidate, share, publisher, category, ranking, least
// gives: score, why
// example: {"as_of": "2030-01-01T00:00:00Z", "counted_until": "2029-12-31T10:00:00Z",
//   "ignored": {}, "unwanted": {}}
CALL (candidate, share, publisher, category, ranking, least) {
  WITH *, (ranking.confidence_percent / 100.0) ^ 2 AS z, size(candidate.bridges) AS bridges
  CALL (share) {
    MATCH (share)<-[:FROM]-(claim:Claim)<-[:REDEEMED]-(bought:Purchase)
    WHERE claim.verdict_at < $counted_until AND bought.completed_at < $counted_until
    RETURN count(*) AS judged, count(CASE claim.verdict WHEN 'as_described' THEN 1 END) AS good
  }
  WITH *, CASE
      WHEN candidate.sent THEN ranking.direct_percent
      WHEN candidate.way = 1 THEN ranking.friend_percent
      WHEN candidate.way = 3 THEN ranking.follow_percent
      ELSE ranking.circle_percent + ranking.bridge_percent * log(1 + CASE
        WHEN bridges < ranking.bridges_most THEN bridges ELSE ranking.bridges_most END) / log(2)
    END / 100.0 AS proximity,
    CASE WHEN judged < least THEN 0.0
      ELSE (good + z / 2 - sqrt(z * (good * (judged - good) / toFloat(judged) + z / 4)))
        / (judged + z) END AS quality,
    exp((share.published_at.epochMillis - $as_of.epochMillis)
      / (86400000.0 * ranking.fresh_days)) AS freshness,
    CASE WHEN share.expires_at < $as_of + duration({hours: ranking.expiring_hours})
      THEN 1.0 ELSE 0.0 END AS expiring,
    (ranking.not_interested_percent / 100.0)
        ^ (coalesce($unwanted[publisher.id], 0) + coalesce($unwanted[category.id], 0))
      * (ranking.ignored_percent / 100.0)
        ^ (coalesce($ignored[publisher.id], 0) / ranking.ignored_shares) AS lowered
  WITH *, lowered * (ranking.proximity_percent * proximity + ranking.quality_percent * quality
    + ranking.fresh_percent * freshness + ranking.expiring_percent * expiring) / 100.0 AS score
  WITH score, {score: score, proximity: proximity, quality: quality, freshness: freshness,
    expiring: expiring, lowered: lowered,
    verdicts: CASE WHEN judged >= least THEN {as_described: good, of: judged} END} AS why
  RETURN score, why
}
