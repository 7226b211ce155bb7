// Lock a shop I manage with its open program, and check new terms for it.
//
// `id` is the latest open program, or `$program` for a new one when none is open.
// A beginning that has passed stays. The end cannot move before the end of an earned coupon.
// Coupons that were earned for a gift stay gifts. merchant/set_program writes the terms.
//
// mode: write
// example: {"me": "max", "shop": "teahouse", "program": "new-program", "heroes": ["oolong"],
//   "starts_at": null, "terms": {"kind": "fixed", "value": 500, "ends_at": null, "gifted": false},
//   "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id, starts_at
MATCH (:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
SET shop.lock = $op
WITH shop
OPTIONAL MATCH (shop)-[:RUNS]->(open:Program)
WHERE coalesce($now < open.ends_at, true)
WITH shop, open
ORDER BY open.starts_at DESC, open.id
LIMIT 1
SET open.lock = $op
WITH shop, open, CASE
  WHEN open.starts_at <= $now THEN open.starts_at
  ELSE coalesce($starts_at, open.starts_at, $now)
END AS starts_at
RETURN
  CASE
    WHEN size($heroes) > COUNT {
      (shop)<-[:SOLD_BY]-(product:Product) WHERE product.id IN $heroes
    } THEN 'no_such_product'
    WHEN starts_at <> coalesce($starts_at, starts_at) THEN 'program_times'
    WHEN $terms.ends_at <= starts_at OR $terms.ends_at <= $now THEN 'program_times'
    WHEN starts_at < $now AND coalesce(open.starts_at <> starts_at, true) THEN 'program_times'
    WHEN EXISTS {
      (open)<-[:UNDER]-(coupon:Coupon)
      WHERE coupon.revoked_at IS NULL
        AND ($terms.ends_at < coupon.claim_by OR open.gifted AND NOT $terms.gifted)
    } THEN 'coupons_out'
  END AS refused,
  coalesce(open.id, $program) AS id,
  starts_at
