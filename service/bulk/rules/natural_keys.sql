-- A handle, a platform's own id, a code and a purchase's coupon belong to one row each.
WITH named AS (
    SELECT 'user' AS file, 'handle' AS name, line, id, handle AS known_as FROM "user"
    UNION ALL SELECT 'platform_account', 'external_id', line, id, key FROM platform_account_node AS platform_account
    UNION ALL SELECT 'shop', 'external_id', line, id, key FROM shop_node AS shop
    UNION ALL SELECT 'product', 'external_id', line, id, key FROM product_node AS product
    UNION ALL SELECT 'purchase', 'order_id', line, id, key FROM purchase_node AS purchase
    UNION ALL SELECT 'coupon', 'purchase', line, id, purchase::VARCHAR FROM coupon
    UNION ALL SELECT 'claim', 'code', line, id, code FROM claim
),
twice AS (
    SELECT file, known_as, min(line) AS first, arg_min(id, line) AS holder
    FROM named GROUP BY file, known_as HAVING count(*) > 1
)
SELECT file, line, name, 'belongs to ' || holder AS why
FROM named JOIN twice USING (file, known_as)
WHERE line > first
