// People with friends in common whom I could befriend, and what that would open of what my circle
// lacks.
//
// A person opens their friends' shares, which would come to me at second degree. Their own do not
// count: I see them already or may not. A count shows only when it stands for a group of sharers,
// and the coupons are rounded down, so that no count speaks of one person.
//
// mode: read
// example: {"me": "ada", "lacking": {"baby": 1, "takeaway": 3}, "now": "2030-01-01T00:00:00Z"}
// returns: id, mutual_count, categories, coupons
MATCH (group:Rule {name: 'least_group'}), (widest:Rule {name: 'suggestion_candidates'})
MATCH (rest:Rule {name: 'request_cool_down_days'})
MATCH (me:User:Active {id: $me})-[:FRIEND]-(bridge:Active)-[:FRIEND]-(person:Active)
WHERE NOT bridge:NoBridge AND person <> me
WITH me, group.value AS least, widest.value AS widest, rest.value AS rest, person,
  count(bridge) AS mutual_count
WHERE person.discoverable
  AND NOT EXISTS { (me)-[:FRIEND|BLOCKS]-(person) } AND NOT EXISTS { (me)-[:DISMISSED]->(person) }
  AND NOT EXISTS { (me)-[mutes:MUTES]->(person) WHERE coalesce($now < mutes.until, true) }
  AND NOT EXISTS { (me)-[request:ASKED]-(person) WHERE $now < request.expires_at }
  AND NOT EXISTS { (me)<-[request:ASKED]-(person)
    WHERE $now < request.declined_at + duration({days: rest}) }
ORDER BY mutual_count DESC, COUNT { (person)-[:REACHES]->() } DESC, person.id
WITH me, least, widest, collect({person: person, mutual_count: mutual_count}) AS known
WITH me, least, known[..widest] AS known
CALL (me, least, known) {
  UNWIND [each IN known WHERE NOT each.person:NoBridge | each.person] AS opener
  MATCH (opener)-[:REACHES]->(sharer:User&Active)
  WHERE sharer <> me
  WITH me, least, sharer, collect(opener) AS openers
  WHERE NOT EXISTS { (me)-[:BLOCKS]-(sharer) }
    AND NOT EXISTS { (me)-[mutes:MUTES]->(sharer) WHERE coalesce($now < mutes.until, true) }
  MATCH (sharer)-[:PUBLISHED]->(share:Live)-[:OFFERS]->(coupon:Coupon)
  WHERE share.audience IN ['circle', 'public']
    AND share.published_at <= $now AND $now < share.expires_at
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(:Product)-[:IN]->(category:Category)
  WHERE $lacking[category.id] > 0
    AND coupon.quota > COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(:Taken) }
  UNWIND openers AS opener
  WITH least, opener, count(DISTINCT sharer) AS sharers, count(DISTINCT coupon) AS coupons,
    collect(DISTINCT category.id) AS categories
  WHERE sharers >= least
  RETURN collect({
    person: opener, coupons: coupons - coupons % least, categories: categories}) AS opened
}
UNWIND known AS one
WITH one, head([each IN opened WHERE each.person = one.person]) AS opens
RETURN one.person.id AS id, one.mutual_count AS mutual_count,
  coalesce(opens.categories, []) AS categories, coalesce(opens.coupons, 0) AS coupons
ORDER BY mutual_count DESC, id
