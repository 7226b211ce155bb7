-- user to user: friend -> publisher with a share that is not withdrawn.
WITH publisher AS (
    SELECT DISTINCT publisher AS line FROM share_node AS share WHERE published_at IS NOT NULL AND withdrawn_at IS NULL
)
SELECT friend AS start, "user" AS finish FROM "user-FRIEND-user" JOIN publisher ON publisher.line = "user"
UNION ALL
SELECT "user" AS start, friend AS finish FROM "user-FRIEND-user" JOIN publisher ON publisher.line = friend
