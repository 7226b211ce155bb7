// How notes about a shop were written in a span, and how friends who bought judged them.
//
// Nothing shows any one note. A figure is null when it stands for fewer sharers than a published
// number must; for verdicts the same holds for buyers. Counts are rounded down to whole groups,
// lengths to twenties, percentages to tens, never 0 and never 100. The words are the words at the
// end of the span; later edits do not matter.
//
// mode: read
// example: {"shop": "teahouse", "since": "2029-12-01T00:00:00Z", "until": "2030-01-01T00:00:00Z"}
// returns: notes, verdicts
MATCH (group:Rule {name: 'least_group'}), (shop:Shop {id: $shop})
CALL (shop) {
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share)<-[:PUBLISHED]-(sharer:User)
  WHERE $since <= share.published_at < $until
  WITH sharer, share,
    EXISTS { (share)-[:SAID]->(old:Revision) WHERE old.replaced_at < $until } AS edited,
    COLLECT {
      MATCH (share)-[:SAID]->(old:Revision)
      WHERE old.replaced_at >= $until
      RETURN old
      ORDER BY old.replaced_at
      LIMIT 1
    }[0] AS revision
  WITH sharer, share, edited, coalesce(revision, share) AS words
  RETURN count(share) AS shares, count(DISTINCT sharer) AS sharers, avg(size(words.note)) AS length,
    count(words.cons) AS with_cons, count(CASE WHEN edited THEN 1 END) AS edits
}
CALL (shop) {
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share)<-[:FROM]-(claim:Claim)
    <-[:CLAIMED]-(buyer:User)
  WHERE $since <= claim.verdict_at < $until
  OPTIONAL MATCH (share)<-[:PUBLISHED]-(sharer:User)
  WITH count(claim) AS judged, count(CASE claim.verdict WHEN 'as_described' THEN 1 END) AS well,
    count(DISTINCT buyer) AS buyers, count(DISTINCT sharer) AS writers
  RETURN judged, well, CASE WHEN buyers < writers THEN buyers ELSE writers END AS people
}
WITH group.value AS least, shares, sharers, length, judged, people,
  [part IN [[with_cons, shares], [edits, shares], [well, judged]] |
    CASE WHEN part[1] > 0 THEN 10 * toInteger(round(10.0 * part[0] / part[1])) END] AS parts
WITH *, [part IN parts |
  CASE WHEN part < 10 THEN 10 WHEN part > 90 THEN 90 ELSE part END] AS percents
RETURN
  CASE WHEN sharers >= least THEN {count: shares - shares % least,
    length: 20 * toInteger(round(length / 20)),
    with_cons_percent: percents[0], edited_percent: percents[1]} END AS notes,
  CASE WHEN people >= least THEN {count: judged - judged % least,
    as_described_percent: percents[2]} END AS verdicts
