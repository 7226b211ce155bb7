// What of my circle's shares has every word, the better told first, and whether all of them were looked at.
//
// The shares are those of the feed. A word counts by the best place that has it: 3 the product's name, 2 those of
// shop, category and platform, 1 the note; `tests` are the words as expressions. `lookups` ask the indexes for the
// same words: the hits of the rarest one, if few enough, say which shares are read; else the newest are, as many as
// the rule says. `missed` tells whether I am remembered to have searched for this in vain.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z", "as_of": "2030-01-01T00:00:00Z",
//   "text": "kettle", "tests": ["(?s).*?kettle.*"], "lookups": ["kettle*"], "sort": "relevance", "after": null,
//   "after_id": null, "limit": 21, "platform": null, "category": null, "degree": null, "min_discount": null,
//   "expiring_by": null, "include_exhausted": false}
// returns: complete, missed, found
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session}) WHERE $now < session.expires_at
MATCH (most:Rule {name: 'search_hits'}) MATCH (newest:Rule {name: 'search_newest'})
WITH me, newest.value AS newest, COLLECT { MATCH (me)-[:BLOCKS]-(blocked) RETURN blocked } AS blocked, COLLECT {
  UNWIND $lookups AS lookup WITH COLLECT { UNWIND ['share_text', 'name_text'] AS index
    CALL db.index.fulltext.queryNodes(index, lookup, {limit: most.value + 1}) YIELD node RETURN node } AS hits
  WHERE size(hits) <= most.value RETURN hits ORDER BY size(hits) LIMIT 1 }[0] AS rare
WITH me, newest, COLLECT {
  CALL (me) {
    MATCH (me)-[:FRIEND]-{0,1}(bridge:User&Active)-[:REACHES]->(publisher:User&Active)
    WHERE publisher <> me AND (bridge = me OR NOT bridge:NoBridge)
    WITH publisher, min(CASE WHEN bridge = me THEN 1 ELSE 2 END) AS way, collect(nullIf(bridge, me)) AS bridges
    MATCH (publisher)-[:PUBLISHED]->(share:Live) WHERE share.audience <> 'direct' AND (way = 1 OR share.audience <> 'friends')
    RETURN publisher, share, way, bridges
  UNION ALL MATCH (me)-[:FOLLOWS]->(publisher:Active&Creator)-[:PUBLISHED]->(share:Live {audience: 'public'})
    RETURN publisher, share, 3 AS way, [] AS bridges
  UNION ALL MATCH (me)<-[:SENT_TO]-(share:Live)<-[:PUBLISHED]-(publisher:User&Active)
    RETURN publisher, share, 4 AS way, [] AS bridges
  }
  WITH me, blocked, rare, publisher, share, min(way) AS way, head(collect(bridges)) AS bridges
  WHERE share.published_at <= $as_of AND $now < share.expires_at AND NOT publisher IN blocked
    AND ($degree IS NULL OR way = $degree) AND ($expiring_by IS NULL OR share.expires_at < $expiring_by)
  MATCH (share)-[:OFFERS]->(coupon:Coupon WHERE coupon.revoked_at IS NULL)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
  WHERE coalesce(any(part IN [share, product, shop, category, platform] WHERE part IN rare), true) AND NOT EXISTS { (me)-[:HIDES]->(share) }
    AND coalesce(platform.id = $platform, true) AND coalesce(category.id = $category, true)
    AND coalesce($min_discount <= CASE WHEN coupon.kind = 'fixed' THEN coupon.value ELSE coupon.max_off_fen END, true)
    AND NOT EXISTS { (me)-[mute:MUTES]->(muted) WHERE muted IN [publisher, shop, category] AND coalesce($now < mute.until, true) }
  RETURN {share: share, way: way, bridges: bridges, coupon: coupon, product: product.name, names: [shop.name,
    category.name_zh, category.name_en, platform.name_zh, platform.name_en]} AS one ORDER BY share.published_at DESC, share.id
} AS candidates
RETURN size(candidates) <= newest AS complete, EXISTS { (:Search {key: me.id + ':' + $text}) } AS missed, COLLECT {
  UNWIND candidates[..newest] AS one WITH one, one.share AS share, one.coupon AS coupon, reduce(score = 0, test IN $tests | score + CASE
    WHEN score IS NULL THEN NULL WHEN one.product =~ test THEN 3 WHEN any(name IN one.names WHERE name =~ test) THEN 2
    WHEN one.share.note =~ test OR one.share.cons =~ test THEN 1 END) AS score
  WITH *, [CASE $sort WHEN 'relevance' THEN score ELSE 0 END, share.published_at] AS rank WHERE score > 0
  WITH * WHERE coalesce(rank < $after OR rank = $after AND share.id > $after_id, true) AND ($include_exhausted OR coupon.quota > COUNT {
      (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim) WHERE claim.returned_at IS NULL AND claim.revoked_at IS NULL })
  RETURN share {.id, .published_at, score: rank[0], way: one.way, bridges: [bridge IN one.bridges | bridge.id]} AS item
  ORDER BY rank DESC, share.id LIMIT $limit
} AS found
