-- Products, with the platform's id as key.
SELECT product.* EXCLUDE (external_id), platform.id || ':' || product.external_id AS key
FROM product
JOIN shop ON shop.line = product.shop
JOIN platform ON platform.line = shop.platform
