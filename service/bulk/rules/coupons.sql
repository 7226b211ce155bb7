-- A completed purchase of enough earns a coupon, under a program of its shop and within its quota.
WITH earned AS (
    SELECT coupon.line, coupon.quota, earned_at, completed_at, paid_fen, purchase.shop AS shop,
        program.shop AS runs, program.quota AS most
    FROM coupon
    JOIN purchase ON purchase.line = coupon.purchase
    JOIN program ON program.line = coupon.program
)
SELECT 'coupon' AS file, line, 'purchase' AS name, 'is not completed' AS why FROM earned WHERE completed_at IS NULL
UNION ALL
SELECT 'coupon', line, 'earned_at', 'is before the purchase was completed' FROM earned WHERE earned_at < completed_at
UNION ALL
SELECT 'coupon', earned.line, 'purchase', format('paid less than {} fen', value)
FROM earned JOIN rule ON rule.name = 'min_paid_fen' WHERE paid_fen < value
UNION ALL
SELECT 'coupon', earned.line, 'program', 'is not run by ' || shop.id
FROM earned JOIN shop ON shop.line = earned.shop WHERE runs <> earned.shop
UNION ALL
SELECT 'coupon', line, 'quota', format('is more than the program''s {}', most) FROM earned WHERE quota > most
