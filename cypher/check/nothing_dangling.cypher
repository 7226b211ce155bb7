// Every part hangs on its whole: a draw on its giveaway, a product on its shop, and so on.
//
// Labels with a check of their own are not looked at here.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (shop:Shop)
  WHERE COUNT { (shop)-[:ON]->(:Platform) } <> 1
  RETURN shop.id AS offender
  UNION ALL
  MATCH (product:Product)
  WHERE COUNT { (product)-[:SOLD_BY]->(:Shop) } <> 1
  RETURN product.id AS offender
  UNION ALL
  MATCH (program:Program)
  WHERE COUNT { (program)<-[:RUNS]-(:Shop) } <> 1
  RETURN program.id AS offender
  UNION ALL
  MATCH (draw:Draw)
  WHERE COUNT { (draw)<-[:DREW]-(:Giveaway) } <> 1
  RETURN 'draw of ' + draw.giveaway_id AS offender
  UNION ALL
  MATCH (rules:Rules)
  WHERE NOT EXISTS { (rules)<-[:RUNS_UNDER]-(:Giveaway) }
  RETURN 'rules ' + rules.hash AS offender
  UNION ALL
  MATCH (revision:Revision)
  WHERE COUNT { (revision)<-[:SAID]-(:Share) } <> 1
  RETURN 'revision of ' + toString(revision.replaced_at) AS offender
  UNION ALL
  MATCH (action:Action)
  WHERE NOT EXISTS { (action)<-[:TOOK]-(:User) } AND NOT EXISTS { (action)-[:ON]->() }
  RETURN action.id AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
