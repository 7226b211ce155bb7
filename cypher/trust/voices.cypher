// How many people of my circle recommend what a share is of, and how many groups of friends they
// form.
//
// Recommenders are the publishers of shares of that product that I may see, whether or not copies
// are left. A friendship joins two of them; nobody is joined to a person who is no bridge, so that
// no count betrays their friends. Of few people the groups would tell who knows whom: then they are
// null, unless each of these people lets themselves be named.
//
// mode: read
// example: {"me": "ada", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: recommenders, independent
MATCH (most:Rule {name: 'voices'}), (group:Rule {name: 'least_group'})
MATCH (me:User:Active {id: $me})
MATCH (:Share {id: $share})-[:OFFERS]->(:Coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)
WITH group.value AS least, COLLECT {
  // part: parts/circle
  MATCH (share)-[:OFFERS]->(:Coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product)
  WITH publisher, max(share.published_at) AS latest
  RETURN publisher ORDER BY latest DESC, publisher.id
}[..most.value] AS voices
WITH least, voices, COLLECT {
  UNWIND voices AS one
  MATCH (one)-[:FRIEND]->(other:User)
  WHERE other IN voices AND NOT one:NoBridge AND NOT other:NoBridge
  RETURN [one, other] ORDER BY one.id, other.id } AS ties
RETURN size(voices) AS recommenders, CASE
  WHEN size(voices) < 2 OR least <= size(voices)
    OR all(voice IN voices WHERE voice.bridge = 'named')
  THEN size(reduce(groups = [voice IN voices | [voice]], tie IN ties |
    [apart IN groups WHERE NOT any(voice IN apart WHERE voice IN tie)]
      + [reduce(joined = [],
        near IN [near IN groups WHERE any(voice IN near WHERE voice IN tie)] | joined + near)]))
  END AS independent
