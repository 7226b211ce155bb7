// Grant each completed purchase its coupon, once, if its shop had an offer with budget left.
//
// The coupon has the id of its purchase. The budget is of a calendar month, by the caps' days.
//
// mode: write
// example: {"purchases": ["cy-oolong-order"], "op": "op-1"}
// returns:
MATCH (least:Rule {name: 'min_paid_fen'}), (day:Rule {name: 'day_starts_hours_before_utc'})
UNWIND $purchases AS id
MATCH (:User)-[:MADE]->(purchase:Purchase {id: id})-[:AT]->(shop:Shop)-[:RUNS]->(program:Program)
WHERE program.starts_at <= purchase.completed_at
  AND coalesce(purchase.completed_at < program.ends_at, true)
  AND purchase.paid_fen >= least.value
  AND (NOT program.hero_only OR EXISTS { (program)-[:HERO]->(:Product)<-[:OF]-(purchase) })
  AND NOT EXISTS { (purchase)-[:EARNED]->() }
WITH purchase, shop, program, duration({hours: day.value}) AS shift
ORDER BY program.starts_at DESC, program.id
WITH purchase, shop, shift, collect(program)[0] AS program
ORDER BY program.id, purchase.completed_at, purchase.key
CALL (purchase, shop, program, shift) {
  SET program.lock = $op
  WITH *, datetime.truncate('month', purchase.completed_at + shift) - shift AS month
  WITH *, month + shift + duration({months: 1}) - shift AS next_month
  WHERE program.monthly_budget IS NULL OR program.monthly_budget > COUNT {
    MATCH (earlier:Coupon)-[:UNDER]->(program)
    WHERE month <= earlier.earned_at AND earlier.earned_at < next_month
  }
  WITH *, purchase.completed_at + duration({days: program.claim_days}) AS last
  WITH *, CASE WHEN program.ends_at < last THEN program.ends_at ELSE last END AS claim_by
  CREATE (purchase)-[:EARNED]->(coupon:Coupon {id: purchase.id, key: 'coupon:' + purchase.key})
  CREATE (coupon)-[:FOR]->(shop)
  CREATE (coupon)-[:UNDER]->(program)
  SET coupon += program {
    .kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days, .restore,
    program_quota: program.quota,
    earned_at: purchase.completed_at,
    claim_by: claim_by,
    use_until: claim_by + duration({days: program.use_days})
  }
}
