// The stored numbers of the domain among these, as rows of rule.csv.
//
// mode: read
// example: {"ids": ["friends"]}
// returns: name, value
MATCH (rule:Rule)
WHERE rule.name IN $ids
RETURN rule.name AS name, rule.value AS value
ORDER BY name
