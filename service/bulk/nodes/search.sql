-- What people searched for in vain.
SELECT search.*, "user".id || ':' || text AS key
FROM search
JOIN "user" ON "user".line = search."user"
