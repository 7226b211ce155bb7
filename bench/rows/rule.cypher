// The rules of the domain.
//
// mode: read
// example: {}
// returns: name, value
MATCH (rule:Rule)
RETURN rule.name AS name, rule.value AS value
ORDER BY name
