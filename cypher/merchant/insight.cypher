// How a shop I manage fared in the newest whole month that is past: its funnel, and its orders beside the month before.
//
// A count stands for as many people as a published number must, or is null, and is rounded down to whole groups. Months
// do not overlap, are told a day or more after their end, and each step counts what happened within: so two answers
// differ by months, not by what one person did.
//
// mode: read
// example: {"me": "max", "shop": "teahouse", "now": "2030-01-02T00:00:00Z"}
// returns: shop, since, until, funnel, orders
MATCH (group:Rule {name: 'least_group'}) MATCH (digest:Rule {name: 'digest_max_hours'})
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
MATCH (:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
WITH shop, group.value AS least, duration({hours: begins.value}) AS ahead, duration({hours: digest.value}) AS wait
WITH shop, least, ahead, datetime.truncate('month', $now + ahead - wait) AS end
WITH shop, least, end - ahead AS until, end - duration({months: 1}) - ahead AS since,
  end - duration({months: 2}) - ahead AS earlier
CALL (shop, since, until) {
  OPTIONAL MATCH (shop)<-[:FOR]-(coupon:Coupon)<-[:EARNED]-(:Purchase)<-[:MADE]-(buyer:User)
  WHERE since <= coupon.earned_at < until
  RETURN 'earned' AS step, [count(coupon), count(DISTINCT buyer)] AS counted
  UNION ALL
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share)<-[:PUBLISHED]-(sharer:User)
  WHERE since <= share.published_at < until
  RETURN 'published' AS step, [count(share), count(DISTINCT sharer)] AS counted
  UNION ALL
  OPTIONAL MATCH (shop)<-[:FOR]-(:Coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(claim:Claim)<-[:CLAIMED]-(friend:User)
  WHERE since <= claim.claimed_at < until
  RETURN 'claimed' AS step, [count(claim), count(DISTINCT friend)] AS counted
  UNION ALL
  OPTIONAL MATCH (shop)<-[:AT]-(order:Purchase)<-[:MADE]-(buyer:User)
  WHERE since <= order.recorded_at < until AND EXISTS { (order)-[:REDEEMED|RELEASED]->(:Claim) }
  RETURN 'redeemed' AS step, [count(order), count(DISTINCT buyer)] AS counted
}
WITH shop, least, since, until, earlier, collect({step: step,
  count: CASE WHEN counted[1] >= least THEN counted[0] - counted[0] % least END}) AS funnel
OPTIONAL MATCH (shop)<-[:AT]-(order:Purchase WHERE earlier <= order.recorded_at < until)<-[:MADE]-(buyer:User)
WITH shop, least, since, until, funnel, [
  [count(CASE WHEN order.recorded_at < since THEN 1 END), count(DISTINCT CASE WHEN order.recorded_at < since THEN buyer END)],
  [count(CASE WHEN order.recorded_at >= since THEN 1 END), count(DISTINCT CASE WHEN order.recorded_at >= since THEN buyer END)]] AS pair
WITH *, [counted IN pair | CASE WHEN counted[1] >= least THEN counted[0] - counted[0] % least END] AS told
RETURN shop {.id, .name} AS shop, since, until, funnel, {before: told[0], month: told[1],
  lift_percent: toInteger(round(100.0 * (told[1] - told[0]) / told[0]))} AS orders
