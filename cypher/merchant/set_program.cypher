// Begin what a shop I manage offers to sharers, or change it; coupons already earned keep their terms.
//
// What is open, the latest, is changed; when nothing is, another program begins. Its beginning, once past, stays; its
// end does not move before that of a coupon earned; and coupons earned for a gift stay so. What changed is written down;
// how often that was is the version, and the same change sent again is no conflict.
//
// mode: write
// example: {"me": "max", "shop": "teahouse", "program": "new-program", "heroes": ["oolong"], "starts_at": null,
//   "terms": {"kind": "fixed", "value": 500, "ends_at": null, "gifted": false},
//   "version": null, "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
SET shop.lock = $op WITH me, shop
OPTIONAL MATCH (shop)-[:RUNS]->(program:Program) WHERE coalesce($now < program.ends_at, true)
WITH me, shop, program ORDER BY program.starts_at DESC, program.id
WITH me, shop, head(collect(program)) AS open
SET open.lock = $op WITH me, shop, open, properties(open) AS had, COUNT { (shop)-[:RUNS]->(:Program)<-[:ON]-(:Action) } AS version
WITH *, coalesce(CASE WHEN open.starts_at <= $now THEN open.starts_at END, $starts_at, open.starts_at, $now) AS starts,
  COUNT { MATCH (shop)<-[:SOLD_BY]-(product:Product) WHERE product.id IN $heroes } AS known, COLLECT {
    MATCH (open)-[:HERO]->(hero:Product) RETURN hero.id ORDER BY hero.id } AS heroes
WITH *, CASE
  WHEN known < size($heroes) THEN 'no_such_product'
  WHEN starts <> coalesce($starts_at, starts) OR $terms.ends_at <= starts OR $terms.ends_at <= $now
    OR starts < $now AND coalesce(open.starts_at <> starts, true) THEN 'program_times'
  WHEN EXISTS { (open)<-[:UNDER]-(coupon:Coupon) WHERE coupon.revoked_at IS NULL AND ($terms.ends_at < coupon.claim_by
    OR open.gifted AND NOT $terms.gifted) } THEN 'coupons_out' END AS refused
OPTIONAL CALL (*) {
  WITH * WHERE refused IS NULL
  MERGE (program:Program {id: coalesce(open.id, $program)}) SET program += $terms, program.starts_at = starts
  MERGE (shop)-[:RUNS]->(program)
  WITH *, COLLECT {
    UNWIND keys($terms) + 'starts_at' AS key
    WITH key, coalesce(toString(had[key]), '-') AS was, coalesce(toString(program[key]), '-') AS is WHERE was <> is
    RETURN key + ': ' + was + ' -> ' + is ORDER BY key } + CASE WHEN heroes = $heroes THEN [] ELSE
    ['heroes: ' + reduce(text = '', id IN heroes | text + id + ' ') + '-> ' + reduce(text = '', id IN $heroes | text + id + ' ')] END AS changes
  FOREACH (_ IN CASE WHEN size(changes) > 0 THEN [1] ELSE [] END |
    CREATE (me)-[:TOOK]->(action:Action {id: $op, at: $now, count: size(changes),
      kind: CASE WHEN open IS NULL THEN 'begin_program' ELSE 'change_program' END})-[:ON]->(program)
    SET action.reason = reduce(text = '', change IN changes | text + change + '; '))
  WITH program, size(changes) AS changed
  CALL (program) { MATCH (program)-[hero:HERO]->(product:Product) WHERE NOT product.id IN $heroes DELETE hero }
  CALL (program) { MATCH (product:Product) WHERE product.id IN $heroes MERGE (program)-[:HERO]->(product) }
  RETURN changed
}
RETURN CASE WHEN changed > 0 AND version <> $version THEN 'stale_version' ELSE refused END AS refused, coalesce(open.id, $program) AS id
