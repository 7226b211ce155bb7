-- People, with labels for their roles and states.
SELECT
    "user".* EXCLUDE (roles),
    0 AS level, 0 AS xp, 1 AS version,
    list_concat(
        ['User'],
        coalesce(roles, []),
        CASE WHEN coalesce(deactivated_at, suspended_at) IS NULL THEN ['Active'] ELSE [] END,
        CASE bridge WHEN 'off' THEN ['NoBridge'] ELSE [] END
    ) AS labels
FROM "user"
