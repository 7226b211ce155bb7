// What I have shown to like less, and how many shares the ranked feed looks at for me.
//
// `ignored` counts, for a publisher, the shares I was shown since the last one that I opened, saved
// or claimed; `unwanted` how often I was not interested in a publisher or category. Purchases count
// by whole days past, up to `counted_until`, so that no growing count shows who bought. One row
// while the session lasts.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z",
//   "as_of": "2030-01-01T00:00:00Z"}
// returns: me, candidates, counted_until, ignored, unwanted
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
MATCH (most:Rule {name: 'feed_candidates'})
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
MATCH (digest:Rule {name: 'digest_min_hours'})
WITH me, most, duration({hours: begins.value}) AS ahead, duration({hours: digest.value}) AS least
RETURN
  me.id AS me,
  most.value AS candidates,
  datetime.truncate('day', $as_of + ahead) - ahead - least AS counted_until,
  COLLECT {
    MATCH (me)-[saw:SAW]->(share:Share)<-[:PUBLISHED]-(publisher:User)
    WHERE saw.at <= $as_of
    WITH me, publisher, saw.at AS at, saw.opened_at IS NOT NULL OR EXISTS { (me)-[:SAVED]->(share) }
      OR EXISTS { (share)<-[:FROM]-(:Claim)<-[:CLAIMED]-(me) } AS liked
    WITH publisher, max(CASE WHEN liked THEN at END) AS liked_at, collect(at) AS times
    WITH publisher, size([at IN times WHERE coalesce(liked_at < at, true)]) AS ignored
    RETURN {id: publisher.id, times: ignored} ORDER BY publisher.id
  } AS ignored,
  COLLECT {
    MATCH (me)-[hides:HIDES {reason: 'not_interested'}]->(share:Share)
    WHERE hides.since <= $as_of
    MATCH (share)<-[:PUBLISHED]-(publisher:User)
    MATCH (share)-[:OFFERS]->(:Coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)
    MATCH (product)-[:IN]->(category:Category)
    UNWIND [publisher.id, category.id] AS id
    WITH id, count(*) AS times ORDER BY id
    RETURN {id: id, times: times}
  } AS unwanted
