// The numbers of the domain that are stored, as rows of rule.csv.
//
// mode: read
// example: {}
// returns: name, value
MATCH (rule:Rule)
RETURN rule.name AS name, rule.value AS value
ORDER BY name
