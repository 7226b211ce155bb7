-- Shares, with their publisher: the coupon's earner. A revoked coupon withdraws its shares; a share is
-- live while nothing withdraws it.
SELECT
    share.* REPLACE (
        coalesce(
            withdrawn_at,
            CASE WHEN coupon.revoked_at < published_at THEN published_at ELSE coupon.revoked_at END
        ) AS withdrawn_at
    ),
    coupon.claim_by AS expires_at,
    purchase."user" AS publisher,
    1 AS version,
    CASE
        WHEN published_at IS NOT NULL
            AND coalesce(withdrawn_at, held_at, removed_at, coupon.revoked_at) IS NULL
        THEN ['Share', 'Live'] ELSE ['Share']
    END AS labels
FROM share
JOIN coupon ON coupon.line = share.coupon
JOIN purchase ON purchase.line = coupon.purchase
