-- Nobody asks about their own share, each has one thread about another's, and only the two write in it.
WITH asks AS (
    SELECT 'thread' AS file, line, share, asker FROM thread
    UNION ALL SELECT 'question', line, share, asker FROM question
),
said AS (
    SELECT thread.line, count(message.line) AS messages, any_value(accepted_at) AS accepted_at
    FROM thread LEFT JOIN message ON message.thread = thread.line GROUP BY thread.line
)
SELECT file, asks.line, 'asker' AS name, 'published this share' AS why
FROM asks JOIN share_node AS share ON share.line = asks.share WHERE asker = publisher
UNION ALL
SELECT 'thread', line, 'asker', format('has the thread {} about this share', arg_min(id, line) OVER pair)
FROM thread WINDOW pair AS (PARTITION BY share, asker) QUALIFY line > min(line) OVER pair
UNION ALL
SELECT 'message', message.line, 'user', 'is not one of the two'
FROM message
JOIN thread ON thread.line = message.thread
JOIN share_node AS share ON share.line = thread.share
WHERE message."user" NOT IN (asker, publisher)
UNION ALL
SELECT 'thread', line, 'id', format('holds {} messages', messages)
FROM said WHERE messages = 0 OR (messages > 1 AND accepted_at IS NULL)
UNION ALL
SELECT 'question', line, 'answered_at', 'goes with the answer'
FROM question WHERE (answer IS NULL) <> (answered_at IS NULL)
