-- A purchase has a product of its shop, is completed or cancelled, and refunds no more than was paid.
SELECT 'purchase' AS file, purchase.line, 'product' AS name, 'is not sold by ' || shop.id AS why
FROM purchase JOIN product ON product.line = purchase.product JOIN shop ON shop.line = purchase.shop
WHERE product.shop <> purchase.shop
UNION ALL
SELECT 'purchase', line, 'cancelled_at', 'the purchase is completed'
FROM purchase WHERE cancelled_at IS NOT NULL AND completed_at IS NOT NULL
UNION ALL
SELECT 'purchase', line, 'refunded_at', 'the purchase is not completed'
FROM purchase WHERE refunded_at IS NOT NULL AND completed_at IS NULL
UNION ALL
SELECT 'purchase', line, 'refunded_fen', 'is more than was paid'
FROM purchase WHERE refunded_fen > paid_fen
