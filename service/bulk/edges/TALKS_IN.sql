-- user to thread: asker and publisher, who have read all messages before their own last one.
WITH party AS (
    SELECT thread.line, asker AS person, true AS asks FROM thread
    UNION ALL
    SELECT thread.line, publisher AS person, false AS asks FROM thread JOIN share_node AS share ON share.line = thread.share
)
SELECT person AS start, party.line AS finish, asks, max("at") AS read_until
FROM party
LEFT JOIN message ON message.thread = party.line AND message."user" = person
GROUP BY ALL
