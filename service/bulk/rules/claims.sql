-- A claim takes another person's published coupon, in time, with the degree of its way.
WITH copy AS (
    SELECT claim.line, claim."user", publisher, claimed_at, published_at, coupon.claim_by, claim.degree, via
    FROM claim
    JOIN share_node AS share ON share.line = claim.share
    JOIN coupon ON coupon.line = share.coupon
)
SELECT 'claim' AS file, line, 'user' AS name, 'earned this coupon' AS why FROM copy WHERE "user" = publisher
UNION ALL
SELECT 'claim', line, 'claimed_at', 'is before the share was published'
FROM copy WHERE published_at IS NULL OR claimed_at < published_at
UNION ALL
SELECT 'claim', line, 'claimed_at', 'is after the coupon''s claim_by' FROM copy WHERE claimed_at >= claim_by
UNION ALL
SELECT 'claim', line, 'degree', 'cannot be via ' || via
FROM copy WHERE degree IS DISTINCT FROM CASE via WHEN 'friend' THEN 1 WHEN 'circle' THEN 2 END
