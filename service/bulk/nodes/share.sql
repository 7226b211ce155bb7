-- Shares, with their publisher: the coupon's earner; live while nothing withdraws them.
SELECT
    share.*,
    coupon.claim_by AS expires_at,
    purchase."user" AS publisher,
    1 AS version,
    CASE
        WHEN published_at IS NOT NULL AND coalesce(withdrawn_at, held_at, removed_at) IS NULL
        THEN ['Share', 'Live'] ELSE ['Share']
    END AS labels
FROM share
JOIN coupon ON coupon.line = share.coupon
JOIN purchase ON purchase.line = coupon.purchase
