-- A purchase uses a claim of its own buyer, at the coupon's shop, after the claim.
WITH used AS (
    SELECT 'purchase-REDEEMED-claim' AS file, line, purchase, claim FROM "purchase-REDEEMED-claim"
    UNION ALL SELECT 'purchase-RELEASED-claim', line, purchase, claim FROM "purchase-RELEASED-claim"
),
joined AS (
    SELECT used.file, used.line, purchase."user" AS buyer, claim."user" AS holder, purchase.shop AS shop,
        coupon.shop AS good_at, recorded_at, claimed_at, cancelled_at
    FROM used
    JOIN purchase ON purchase.line = used.purchase
    JOIN claim ON claim.line = used.claim
    JOIN share ON share.line = claim.share
    JOIN coupon_node AS coupon ON coupon.line = share.coupon
)
SELECT file, line, 'claim' AS name, 'belongs to somebody else' AS why FROM joined WHERE buyer <> holder
UNION ALL
SELECT file, line, 'claim', 'is good at another shop' FROM joined WHERE shop <> good_at
UNION ALL
SELECT file, line, 'claim', 'was taken after the purchase' FROM joined WHERE recorded_at < claimed_at
UNION ALL
SELECT file, line, 'purchase', 'was cancelled'
FROM joined WHERE file = 'purchase-REDEEMED-claim' AND cancelled_at IS NOT NULL
