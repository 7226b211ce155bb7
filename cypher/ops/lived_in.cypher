// A label that a new installation does not have, or no row.
//
// A platform with a changed key has been set up, so it counts.
//
// mode: read
// example: {}
// returns: label
MATCH (node)
WHERE NOT node:Op AND NOT node:Migration AND NOT node:Platform AND NOT node:Category
  AND NOT node:Level AND NOT node:XpRule AND NOT node:Rule AND NOT node:Ranking
  AND NOT node:NotificationKind AND NOT node:SenderClass
  OR node.webhook_key_id IS NOT NULL
WITH head(labels(node)) AS label
LIMIT 1
RETURN label
