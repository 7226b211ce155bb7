// The stored categories among these, as rows of category.csv.
//
// mode: read
// example: {"ids": ["kitchen"]}
// returns: id
MATCH (stored:Category)
WHERE stored.id IN $ids
RETURN stored.id AS id
ORDER BY id
