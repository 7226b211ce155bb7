-- A friend request has an id of its own.
SELECT 'user-ASKED-user' AS file, line, 'id' AS name, 'belongs to an earlier row' AS why
FROM "user-ASKED-user"
QUALIFY line > min(line) OVER (PARTITION BY id)
