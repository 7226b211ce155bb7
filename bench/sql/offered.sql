JOIN coupon ON coupon.coupon_key = visible.coupon_key AND coupon.revoked_at IS NULL
JOIN shop ON shop.shop_key = coupon.shop_key
JOIN product ON product.product_key = coupon.product_key
CROSS JOIN LATERAL (
  SELECT coupon.quota - count(*) AS remaining FROM claim
  WHERE claim.coupon_key = visible.coupon_key AND claim.returned_at IS NULL AND claim.revoked_at IS NULL
) AS copies
