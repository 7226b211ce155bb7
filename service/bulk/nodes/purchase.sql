-- Purchases, with the platform's order as key, and the source that named the claim they used.
SELECT
    purchase.* EXCLUDE (order_id),
    platform.id || ':' || order_id AS key,
    coalesce(released.credit_source, redeemed.credit_source) AS credit_source
FROM purchase
JOIN shop ON shop.line = purchase.shop
JOIN platform ON platform.line = shop.platform
LEFT JOIN (
    SELECT purchase, arg_max(credit_source, line) AS credit_source FROM "purchase-REDEEMED-claim" GROUP BY purchase
) AS redeemed ON redeemed.purchase = purchase.line
LEFT JOIN (
    SELECT purchase, arg_max(credit_source, line) AS credit_source FROM "purchase-RELEASED-claim" GROUP BY purchase
) AS released ON released.purchase = purchase.line
