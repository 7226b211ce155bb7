// The worth of friends' purchases, and of their buyers' verdicts, before the caps.
//
// A factor is what a line's points are divided by; with factor 0 the line counts nothing.
// A verdict belongs to the line of its purchase and takes that line's factors. `at` is when a line
// matures, in microseconds since 1970. `$pairs` holds levels/pairs by key, `$partners` holds
// levels/partners by person. All lines come in one list, because they are many.
//
// mode: read
// example: {"user": "ada", "partners": {},
//   "pairs": {"buy:bob-kettle-order": {"household": "bob", "earlier": 0, "returned": 0}}}
// returns: lines
MATCH (repeat:Rule {name: 'repeat_divides_by'}), (paid:Rule {name: 'pair_paid'})
MATCH (hours:Rule {name: 'new_friend_hours'}), (new_friend:Rule {name: 'new_friend_divides_by'})
MATCH (days:Rule {name: 'young_account_days'}), (young:Rule {name: 'young_divides_by'})
WITH repeat.value AS repeat, paid.value AS paid, new_friend.value AS new_friend,
  young.value AS young, duration({hours: hours.value}) AS new_for,
  duration({days: days.value}) AS young_for
MATCH (:User {id: $user})-[:GAINED]->(bought:XpEvent {kind: 'friend_purchase'})
  -[:BECAUSE_OF]->(purchase:Purchase)
WHERE bought.voided_at IS NULL AND bought.matures_at IS NOT NULL
MATCH (buyer:User)-[:MADE]->(purchase)-[:AT]->(shop:Shop)
OPTIONAL MATCH (purchase)-[:REDEEMED|RELEASED]->(claim:Claim)
WITH *, $pairs[bought.key] AS known
WHERE known IS NOT NULL
WITH *, CASE WHEN known.earlier + 1 < known.returned
  THEN known.earlier + 1 ELSE known.returned END AS mutual
WITH *,
  CASE WHEN known.earlier < paid THEN toInteger(repeat ^ known.earlier) ELSE 0 END AS pair,
  CASE WHEN mutual <= 1 THEN 1 ELSE mutual END AS recip,
  CASE
    WHEN $partners[buyer.id].related THEN 0
    WHEN buyer.created_at + young_for > coalesce(purchase.verified_at, purchase.completed_at)
      AND NOT EXISTS {
        MATCH (buyer)-[:MADE]->(other:Purchase)
        WHERE other <> purchase AND other.verified_at <= bought.matures_at
          AND other.cancelled_at IS NULL AND other.refunded_at IS NULL
      } THEN young
    ELSE 1 END AS indep,
  CASE WHEN claim.friends_since + new_for > claim.claimed_at THEN new_friend ELSE 1 END AS relation
OPTIONAL MATCH (claim)<-[:BECAUSE_OF]-(helpful:XpEvent {kind: 'helpful'})
WHERE helpful.voided_at IS NULL AND helpful.matures_at IS NOT NULL
UNWIND [event IN [bought, helpful] WHERE event IS NOT NULL] AS event
RETURN collect(event {
  .key, .kind, at: event.matures_at.epochSeconds * 1000000 + event.matures_at.microsecond,
  household: known.household, shop: shop.id, pair: pair, recip: recip, indep: indep,
  relation: relation,
  points: CASE WHEN 0 IN [pair, indep] THEN 0 ELSE event.raw / (pair * recip * indep * relation) END
}) AS lines
