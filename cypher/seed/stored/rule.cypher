// Which of these numbers of the domain are stored, as rows of rule.csv.
//
// mode: read
// example: {"ids": ["friends"]}
// returns: name, value
MATCH (rule:Rule)
WHERE rule.name IN $ids
RETURN rule.name AS name, rule.value AS value
ORDER BY name
