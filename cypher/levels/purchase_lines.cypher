// What friends' purchases, and their buyers' verdicts, are worth to me before the caps.
//
// A factor is told as what it divides by; 0 means that the line counts nothing. A verdict stands on the
// line of its purchase and takes that line's factors. `$pairs` holds the rows of levels/pairs by key.
//
// mode: read
// example: {"user": "ada", "pairs": {"buy:bob-kettle-order": {"household": "bob", "earlier": 0, "returned": 0}}}
// returns: key, kind, raw, matures_at, household, shop, pair, recip, indep, relation, points
MATCH (me:User {id: $user}), (repeat:Rule {name: 'repeat_divides_by'}), (paid:Rule {name: 'pair_paid'})
MATCH (hours:Rule {name: 'new_friend_hours'}), (new_friend:Rule {name: 'new_friend_divides_by'})
MATCH (days:Rule {name: 'young_account_days'}), (young:Rule {name: 'young_divides_by'})
MATCH (me)-[:GAINED]->(bought:XpEvent {kind: 'friend_purchase'})-[:BECAUSE_OF]->(purchase:Purchase)
WHERE bought.voided_at IS NULL AND bought.matures_at IS NOT NULL
MATCH (buyer:User)-[:MADE]->(purchase)-[:AT]->(shop:Shop)
OPTIONAL MATCH (purchase)-[:REDEEMED|RELEASED]->(claim:Claim)
WITH *, $pairs[bought.key] AS known
WHERE known IS NOT NULL
WITH *, CASE WHEN known.earlier + 1 < known.returned THEN known.earlier + 1 ELSE known.returned END AS mutual
WITH *,
  CASE WHEN known.earlier < paid.value THEN toInteger(repeat.value ^ known.earlier) ELSE 0 END AS pair,
  CASE WHEN mutual <= 1 THEN 1 ELSE mutual END AS recip,
  CASE
    WHEN EXISTS { (me)-[:USES]->(:Identifier)<-[:USES]-(buyer) } THEN 0
    WHEN buyer.created_at + duration({days: days.value}) > coalesce(purchase.verified_at, purchase.completed_at)
      AND NOT EXISTS {
        MATCH (buyer)-[:MADE]->(other:Purchase)
        WHERE other <> purchase AND other.verified_at <= bought.matures_at
          AND other.cancelled_at IS NULL AND other.refunded_at IS NULL }
      THEN young.value
    ELSE 1 END AS indep,
  CASE WHEN claim.friends_since + duration({hours: hours.value}) > claim.claimed_at
    THEN new_friend.value ELSE 1 END AS relation
OPTIONAL MATCH (claim)<-[:BECAUSE_OF]-(helpful:XpEvent {kind: 'helpful'})
WHERE helpful.voided_at IS NULL AND helpful.matures_at IS NOT NULL
UNWIND [event IN [bought, helpful] WHERE event IS NOT NULL] AS event
RETURN
  event.key AS key, event.kind AS kind, event.raw AS raw, event.matures_at AS matures_at,
  known.household AS household, shop.id AS shop, pair, recip, indep, relation,
  CASE WHEN 0 IN [pair, indep] THEN 0 ELSE event.raw / (pair * recip * indep * relation) END AS points
ORDER BY key
