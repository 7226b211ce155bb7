-- Coupons, with the terms of their programs and the shop of their purchase.
SELECT
    coupon.*,
    'coupon:' || platform.id || ':' || purchase.order_id AS key,
    purchase.shop AS shop,
    program.kind, program.value, program.max_off_fen, program.min_spend_fen, program.currency,
    program.use_days, program.restore,
    program.quota AS program_quota
FROM coupon
JOIN purchase ON purchase.line = coupon.purchase
JOIN shop ON shop.line = purchase.shop
JOIN platform ON platform.line = shop.platform
JOIN program ON program.line = coupon.program
