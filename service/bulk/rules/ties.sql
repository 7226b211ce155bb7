-- A block ends every tie between two people; friends send each other no requests and no blocks.
WITH tie AS (
    SELECT 'user-FRIEND-user' AS file, line, 'friend' AS name, "user" AS one, friend AS other FROM "user-FRIEND-user"
    UNION ALL SELECT 'user-ASKED-user', line, 'asked', "user", asked FROM "user-ASKED-user"
    UNION ALL SELECT 'user-FOLLOWS-user', line, 'creator', "user", creator FROM "user-FOLLOWS-user"
),
block AS (
    SELECT DISTINCT least("user", blocked) AS one, greatest("user", blocked) AS other FROM "user-BLOCKS-user"
),
tried AS (
    SELECT 'user-BLOCKS-user' AS file, line, 'blocked' AS name, "user" AS one, blocked AS other FROM "user-BLOCKS-user"
    UNION ALL SELECT 'user-ASKED-user', line, 'asked', "user", asked FROM "user-ASKED-user"
)
SELECT file, line, name, 'one of the two blocks the other' AS why
FROM tie
JOIN block ON block.one = least(tie.one, tie.other) AND block.other = greatest(tie.one, tie.other)
UNION ALL
SELECT file, tried.line, name, 'is a friend'
FROM tried
SEMI JOIN "user-FRIEND-user" AS friendship
    ON least("user", friend) = least(tried.one, tried.other)
    AND greatest("user", friend) = greatest(tried.one, tried.other)
