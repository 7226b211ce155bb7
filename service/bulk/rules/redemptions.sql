-- A purchase redeems one claim, and one purchase redeems a claim.
WITH used AS (
    SELECT line, purchase, claim,
        min(line) OVER (PARTITION BY purchase) AS first_use, first(claim) OVER (PARTITION BY purchase ORDER BY line) AS used,
        min(line) OVER (PARTITION BY claim) AS first_user, first(purchase) OVER (PARTITION BY claim ORDER BY line) AS user_of
    FROM "purchase-REDEEMED-claim"
)
SELECT 'purchase-REDEEMED-claim' AS file, used.line, 'purchase' AS name, 'is joined to ' || claim.id AS why
FROM used JOIN claim ON claim.line = used.used WHERE used.line > first_use
UNION ALL
SELECT 'purchase-REDEEMED-claim', used.line, 'claim', 'is joined to ' || purchase.id
FROM used JOIN purchase ON purchase.line = user_of WHERE used.line > first_user
