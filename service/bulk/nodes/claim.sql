-- Claims by their coupon and who holds them; taken while they count.
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
