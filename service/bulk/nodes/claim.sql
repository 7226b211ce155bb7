-- Claims, with a key of coupon and claimer; a claim that counts is `Taken`.
SELECT
    claim.*,
    coupon.id || ':' || "user".id AS key,
    CASE
        WHEN coalesce(claim.returned_at, claim.revoked_at) IS NULL
        THEN ['Claim', 'Taken'] ELSE ['Claim']
    END AS labels
FROM claim
JOIN "user" ON "user".line = claim."user"
JOIN share ON share.line = claim.share
JOIN coupon ON coupon.line = share.coupon
