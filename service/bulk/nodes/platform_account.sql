-- Accounts of people on a platform, with their keys.
SELECT account.* EXCLUDE (external_id), platform.id || ':' || external_id AS key
FROM platform_account AS account
JOIN platform ON platform.line = account.platform
