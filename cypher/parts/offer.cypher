// What a share of my circle offers, if it passes the filters of the list and I neither hid nor
// muted it.
//
// mode: part
// takes: me, publisher, share, way, muted
// gives: coupon, shop, platform, product, category
// example: {"platform": null, "category": null, "degree": null, "min_discount": null,
//   "expiring_by": null}
CALL (me, publisher, share, way, muted) {
  WITH me, publisher, share, muted
  WHERE ($degree IS NULL OR way = $degree)
    AND ($expiring_by IS NULL OR share.expires_at < $expiring_by)
  MATCH (share)-[:OFFERS]->(coupon:Coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
  MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
  WHERE ($platform IS NULL OR platform.id = $platform)
    AND ($category IS NULL OR category.id = $category)
    AND ($min_discount IS NULL OR $min_discount <= CASE coupon.kind
      WHEN 'fixed' THEN coupon.value ELSE coalesce(coupon.max_off_fen, $min_discount) END)
    AND NOT (publisher IN muted OR shop IN muted OR category IN muted)
    AND NOT EXISTS { (me)-[:HIDES]->(share) }
  RETURN coupon, shop, platform, product, category
}
