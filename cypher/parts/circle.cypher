// Every share that my circle shows me now: of friends, through friends, of creators, sent to me.
//
// The same answer as parts/sight for each share, without my own, by walking from me, an active
// person: REACHES leads only to people who published. Each share comes once, by its nearest way
// (1 to 4, see parts/sight); `sent` says whether somebody sent it to me besides.
//
// mode: part
// takes: me
// gives: publisher, share, way, sent, bridges
// example: {"now": "2030-01-01T00:00:00Z"}
CALL (me) {
  WITH me, COLLECT { MATCH (me)-[:BLOCKS]-(blocked:User) RETURN blocked } AS blocked
  CALL (me) {
    MATCH (me)-[:FRIEND]-{0,1}(bridge:User&Active)-[:REACHES]->(publisher:User&Active)
    WHERE publisher <> me AND (bridge = me OR NOT bridge:NoBridge)
    WITH publisher, min(CASE WHEN bridge = me THEN 1 ELSE 2 END) AS way,
      collect(nullIf(bridge, me)) AS bridges
    MATCH (publisher)-[:PUBLISHED]->(share:Live)
    WHERE share.audience <> 'direct' AND (way = 1 OR share.audience <> 'friends')
    RETURN publisher, share, way, bridges
  UNION ALL
    MATCH (me)-[:FOLLOWS]->(publisher:Active&Creator)-[:PUBLISHED]->(share:Live)
    WHERE share.audience = 'public'
    RETURN publisher, share, 3 AS way, [] AS bridges
  UNION ALL
    MATCH (me)<-[:SENT_TO]-(share:Live)<-[:PUBLISHED]-(publisher:User&Active)
    RETURN publisher, share, 4 AS way, [] AS bridges
  }
  WITH blocked, publisher, share, min(way) AS way, max(way) = 4 AS sent,
    head(collect(bridges)) AS bridges
  WHERE share.published_at <= $now AND $now < share.expires_at AND NOT publisher IN blocked
  RETURN publisher, share, way, sent, bridges
}
