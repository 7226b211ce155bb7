-- Threads, with a key of share and asker, and the time of their newest message.
SELECT
    thread.*,
    share.id || ':' || "user".id AS key,
    greatest(opened_at, newest) AS newest_at
FROM thread
JOIN share ON share.line = thread.share
JOIN "user" ON "user".line = thread.asker
LEFT JOIN (SELECT thread, max("at") AS newest FROM message GROUP BY thread) AS said ON said.thread = thread.line
