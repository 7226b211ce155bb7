// The stored platforms among these, as rows of platform.csv.
//
// mode: read
// example: {"ids": ["taobao"]}
// returns: id
MATCH (stored:Platform)
WHERE stored.id IN $ids
RETURN stored.id AS id
ORDER BY id
