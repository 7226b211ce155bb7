// The stored shares among these, as rows of share.csv.
//
// mode: read
// example: {"ids": ["ada-kettle"]}
// returns: id, coupon, published_at
MATCH (share:Share)-[:OFFERS]->(coupon:Coupon)
WHERE share.id IN $ids
RETURN share.id AS id, coupon.id AS coupon, share.published_at AS published_at
ORDER BY id
