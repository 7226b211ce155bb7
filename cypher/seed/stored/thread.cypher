// The stored threads among these, as rows of thread.csv.
//
// mode: read
// example: {"ids": ["gus-on-ada-kettle"]}
// returns: id, share, asker
MATCH (asker:User)-[:TALKS_IN {asks: true}]->(thread:Thread)-[:ABOUT]->(share:Share)
WHERE thread.id IN $ids
RETURN thread.id AS id, share.id AS share, asker.id AS asker
ORDER BY id
