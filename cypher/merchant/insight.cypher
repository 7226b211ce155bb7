// How a shop I manage did in the newest whole month: its funnel, and its orders beside the month
// before.
//
// A count is null when it stands for fewer people than a published number must. It is rounded down
// to whole groups. Months do not overlap, and show a day or more after their end. Each step counts
// what happened within the month. So two answers differ by months, not by one person's acts.
//
// mode: read
// example: {"me": "max", "shop": "teahouse", "now": "2030-01-02T00:00:00Z"}
// returns: shop, since, until, funnel, orders
MATCH (:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
MATCH (group:Rule {name: 'least_group'}), (digest:Rule {name: 'digest_max_hours'})
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
WITH shop, group.value AS least, duration({hours: begins.value}) AS ahead,
  duration({hours: digest.value}) AS wait
WITH shop, least, ahead, datetime.truncate('month', $now + ahead - wait) AS end
WITH shop, least, end - ahead AS until, end - duration({months: 1}) - ahead AS since,
  end - duration({months: 2}) - ahead AS earlier
CALL (shop, since, until, earlier) {
  OPTIONAL MATCH (shop)<-[:FOR]-(coupon:Coupon)<-[:EARNED]-(:Purchase)<-[:MADE]-(buyer:User)
  WHERE since <= coupon.earned_at < until
  RETURN 'earned' AS step, count(coupon) AS count, count(DISTINCT buyer) AS people
  UNION ALL
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share)<-[:PUBLISHED]-(sharer:User)
  WHERE since <= share.published_at < until
  RETURN 'published' AS step, count(share) AS count, count(DISTINCT sharer) AS people
  UNION ALL
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim)
    <-[:CLAIMED]-(friend:User)
  WHERE since <= claim.claimed_at < until
  RETURN 'claimed' AS step, count(claim) AS count, count(DISTINCT friend) AS people
  UNION ALL
  OPTIONAL MATCH (shop)<-[:AT]-(order:Purchase)<-[:MADE]-(buyer:User)
  WHERE since <= order.recorded_at < until AND EXISTS { (order)-[:REDEEMED|RELEASED]->(:Claim) }
  RETURN 'redeemed' AS step, count(order) AS count, count(DISTINCT buyer) AS people
  UNION ALL
  MATCH (shop)<-[:AT]-(order:Purchase)<-[:MADE]-(buyer:User)
  WHERE earlier <= order.recorded_at < until
  WITH order, buyer, CASE WHEN order.recorded_at < since THEN 'before' ELSE 'month' END AS step
  RETURN step, count(order) AS count, count(DISTINCT buyer) AS people
}
WITH shop, since, until, step, CASE WHEN people >= least THEN count - count % least END AS count
WITH shop, since, until, collect({step: step, count: count}) AS steps
WITH *,
  [row IN steps WHERE row.step = 'before' | row.count][0] AS before,
  [row IN steps WHERE row.step = 'month' | row.count][0] AS month
RETURN shop {.id, .name} AS shop, since, until, steps[..4] AS funnel,
  {before: before, month: month,
    lift_percent: toInteger(round(100.0 * (month - before) / before))} AS orders
