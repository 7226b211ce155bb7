-- A person has one claim per coupon; live claims stay within the quota.
WITH copy AS (
    SELECT claim.line, claim.id, claim."user", share.coupon, returned_at IS NULL AND revoked_at IS NULL AS live
    FROM claim JOIN share ON share.line = claim.share
),
twice AS (
    SELECT coupon, "user", min(line) AS first, arg_min(id, line) AS held
    FROM copy GROUP BY coupon, "user" HAVING count(*) > 1
),
taken AS (
    SELECT coupon, min(line) AS line, count(*) FILTER (WHERE live) AS live FROM copy GROUP BY coupon
)
SELECT 'claim' AS file, line, 'user' AS name, format('has the claim {} on this coupon', held) AS why
FROM copy JOIN twice USING (coupon, "user") WHERE line > first
UNION ALL
SELECT 'claim', taken.line, 'share', format('{} has {} live claims, more than its quota {}', id, live, coalesce(quota, 0))
FROM taken JOIN coupon ON coupon.line = taken.coupon WHERE live > coalesce(quota, 0)
