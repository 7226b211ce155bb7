// How notes about a shop were written in a span, and how friends who bought judged them; nothing of any one note.
//
// A figure stands for as many sharers, and verdicts also for as many buyers, as a published number must, or is null. Counts
// are rounded down to whole groups, lengths to twenties, parts to tenths that are never none and never all. The words are
// those of the span's end, whatever they were changed to later.
//
// mode: read
// example: {"shop": "teahouse", "since": "2029-12-01T00:00:00Z", "until": "2030-01-01T00:00:00Z"}
// returns: notes, verdicts
MATCH (group:Rule {name: 'least_group'}) MATCH (shop:Shop {id: $shop})
CALL (shop) {
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share)<-[:PUBLISHED]-(sharer:User)
  WHERE $since <= share.published_at < $until
  WITH sharer, share, EXISTS { (share)-[:SAID]->(old:Revision) WHERE old.replaced_at < $until } AS edited,
    coalesce(head(COLLECT { MATCH (share)-[:SAID]->(old:Revision) WHERE old.replaced_at >= $until
      RETURN old ORDER BY old.replaced_at LIMIT 1 }), share) AS words
  RETURN count(share) AS shares, count(DISTINCT sharer) AS sharers, avg(size(words.note)) AS length,
    count(words.cons) AS with_cons, count(CASE WHEN edited THEN 1 END) AS edits
}
CALL (shop) {
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(buyer:User)
  WHERE $since <= claim.verdict_at < $until
  OPTIONAL MATCH (share)<-[:PUBLISHED]-(sharer:User)
  RETURN count(claim) AS judged, count(CASE claim.verdict WHEN 'as_described' THEN 1 END) AS well,
    CASE WHEN count(DISTINCT buyer) < count(DISTINCT sharer) THEN count(DISTINCT buyer) ELSE count(DISTINCT sharer) END AS people
}
WITH group.value AS least, shares, sharers, length, judged, people,
  [part IN [[with_cons, shares], [edits, shares], [well, judged]] | CASE WHEN part[1] > 0
    THEN 10 * toInteger(round(10.0 * part[0] / part[1])) END] AS parts
WITH *, [part IN parts | CASE WHEN part < 10 THEN 10 WHEN part > 90 THEN 90 ELSE part END] AS told
RETURN
  CASE WHEN sharers >= least THEN {count: shares - shares % least, length: 20 * toInteger(round(length / 20)),
    with_cons_percent: told[0], edited_percent: told[1]} END AS notes,
  CASE WHEN people >= least THEN {count: judged - judged % least, as_described_percent: told[2]} END AS verdicts
