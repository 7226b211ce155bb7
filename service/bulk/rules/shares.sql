-- A share comes after its coupon was earned, with a fixed quota; only creators share with everybody.
SELECT 'share' AS file, share.line, 'published_at' AS name, 'is before the coupon was earned' AS why
FROM share JOIN coupon ON coupon.line = share.coupon WHERE published_at < earned_at
UNION ALL
SELECT 'share', share.line, 'coupon', 'has no quota'
FROM share JOIN coupon ON coupon.line = share.coupon WHERE published_at IS NOT NULL AND quota IS NULL
UNION ALL
SELECT 'share', share.line, 'audience', 'is for creators only'
FROM share_node AS share JOIN "user" ON "user".line = publisher
WHERE audience = 'public' AND NOT list_contains(coalesce(roles, []), 'Creator')
