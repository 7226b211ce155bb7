-- Shops, with the platform's id as key.
SELECT shop.* EXCLUDE (external_id), platform.id || ':' || external_id AS key
FROM shop
JOIN platform ON platform.line = shop.platform
