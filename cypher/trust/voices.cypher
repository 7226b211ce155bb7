// How many people of my circle recommend what a share is of, and how many groups of friends they fall into.
//
// Recommenders are the publishers of shares of that product that I may see, whether or not copies are left. A friendship
// joins two of them; who is no bridge is joined to nobody, so that no count betrays their friends. Of few people the
// groups would tell who knows whom: then they are null, unless each of these people lets themselves be named.
//
// mode: read
// example: {"me": "ada", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: recommenders, independent
MATCH (most:Rule {name: 'voices'}) MATCH (group:Rule {name: 'least_group'})
MATCH (me:User:Active {id: $me})
MATCH (:Share {id: $share})-[:OFFERS]->(:Coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)
WITH me, most, group.value AS least, product, COLLECT { MATCH (me)-[:BLOCKS]-(blocked) RETURN blocked } AS blocked
WITH least, COLLECT {
  CALL (me) {
    MATCH (me)-[:FRIEND]-{0,1}(bridge:User&Active)-[:REACHES]->(publisher:User&Active)
    WHERE publisher <> me AND (bridge = me OR NOT bridge:NoBridge)
    WITH publisher, min(CASE WHEN bridge = me THEN 1 ELSE 2 END) AS way
    MATCH (publisher)-[:PUBLISHED]->(share:Live)
    WHERE share.audience <> 'direct' AND (way = 1 OR share.audience <> 'friends')
    RETURN publisher, share
  UNION
    MATCH (me)-[:FOLLOWS]->(publisher:Active&Creator)-[:PUBLISHED]->(share:Live {audience: 'public'})
    RETURN publisher, share
  UNION
    MATCH (me)<-[:SENT_TO]-(share:Live)<-[:PUBLISHED]-(publisher:User&Active)
    RETURN publisher, share
  }
  WITH product, publisher, share, blocked
  WHERE share.published_at <= $now AND $now < share.expires_at AND NOT publisher IN blocked
  MATCH (share)-[:OFFERS]->(coupon:Coupon WHERE coupon.revoked_at IS NULL)<-[:EARNED]-(:Purchase)-[:OF]->(product)
  WITH publisher, max(share.published_at) AS latest
  RETURN publisher ORDER BY latest DESC, publisher.id
}[..most.value] AS voices
WITH least, voices, COLLECT {
  UNWIND voices AS one
  MATCH (one)-[:FRIEND]->(other:User)
  WHERE other IN voices AND NOT one:NoBridge AND NOT other:NoBridge
  RETURN [one, other] ORDER BY one.id, other.id } AS ties
RETURN size(voices) AS recommenders,
  CASE WHEN size(voices) < 2 OR least <= size(voices) OR all(voice IN voices WHERE voice.bridge = 'named') THEN size(reduce(groups = [voice IN voices | [voice]], tie IN ties |
  [apart IN groups WHERE NOT any(voice IN apart WHERE voice IN tie)]
    + [reduce(joined = [], near IN [near IN groups WHERE any(voice IN near WHERE voice IN tie)] | joined + near)])) END AS independent
