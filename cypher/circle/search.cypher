// What of my circle's shares has every word, the better matches first, and whether it read all.
//
// A word counts by the best place that has it: 3 the product's name, 2 the names of shop, category
// and platform, 1 the note; `tests` are the words as expressions. `lookups` ask the indexes for the
// same words: the hits of the rarest one, if few enough, say which shares are read; else the newest
// are, as many as the rule says. `missed` says whether I am remembered to have searched for this in
// vain.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z",
//   "as_of": "2030-01-01T00:00:00Z", "text": "kettle", "tests": ["(?s).*?kettle.*"],
//   "lookups": ["kettle*"], "sort": "relevance", "after": null, "after_id": null, "limit": 21,
//   "platform": null, "category": null, "degree": null, "min_discount": null,
//   "expiring_by": null, "include_exhausted": false}
// returns: complete, missed, hits
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
MATCH (most:Rule {name: 'search_hits'}), (newest:Rule {name: 'search_newest'})
// part: parts/muted
WITH me, newest.value AS newest, muted, COLLECT {
  UNWIND $lookups AS lookup
  WITH COLLECT {
    UNWIND ['share_text', 'name_text'] AS index
    CALL db.index.fulltext.queryNodes(index, lookup, {limit: most.value + 1}) YIELD node
    RETURN node } AS nodes
  WHERE size(nodes) <= most.value
  RETURN nodes ORDER BY size(nodes) LIMIT 1
}[0] AS rare
WITH me, newest, COLLECT {
  // part: parts/circle
  WITH me, rare, muted, publisher, share, way, bridges
  WHERE share.published_at <= $as_of
  // part: parts/offer
  WITH *
  WHERE rare IS NULL OR any(node IN [share, product, shop, category, platform] WHERE node IN rare)
  RETURN {share: share, way: way, bridges: bridges, coupon: coupon, product: product.name, names: [
    shop.name, category.name_zh, category.name_en, platform.name_zh, platform.name_en]} AS one
  ORDER BY share.published_at DESC, share.id
} AS candidates
RETURN size(candidates) <= newest AS complete,
  EXISTS { (:Search {key: me.id + ':' + $text}) } AS missed, COLLECT {
    UNWIND candidates[..newest] AS one
    WITH one, one.share AS share, one.coupon AS coupon,
      reduce(score = 0, test IN $tests | score + CASE
        WHEN score IS NULL THEN NULL
        WHEN one.product =~ test THEN 3
        WHEN any(name IN one.names WHERE name =~ test) THEN 2
        WHEN one.share.note =~ test OR one.share.cons =~ test THEN 1 END) AS score
    WITH *, [CASE $sort WHEN 'relevance' THEN score ELSE 0 END, share.published_at] AS rank
    WHERE score > 0 AND coalesce(rank < $after OR rank = $after AND share.id > $after_id, true)
      AND ($include_exhausted OR coupon.quota > COUNT {
        (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) })
    RETURN share {.id, .published_at, score: rank[0], way: one.way,
      bridges: [bridge IN one.bridges | bridge.id]} AS hit
    ORDER BY rank DESC, share.id LIMIT $limit
  } AS hits
