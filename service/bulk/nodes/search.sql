-- Searches without a result.
SELECT search.*, "user".id || ':' || text AS key
FROM search
JOIN "user" ON "user".line = search."user"
