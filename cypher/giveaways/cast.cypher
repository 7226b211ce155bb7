// The players of a giveaway's demonstration: people of high levels with long ledgers.
//
// No row: this is not the demo town.
//
// mode: read
// example: {"town": "ada", "limit": 8, "now": "2030-01-01T00:00:00Z"}
// returns: reviewer, players
MATCH (:User {id: $town})
MATCH (reviewer:User:Active:Admin)
WITH reviewer
ORDER BY reviewer.id
LIMIT 1
MATCH (young:Rule {name: 'giveaway_account_days'})
MATCH (player:User:Active)
WHERE NOT player:Admin AND player.created_at + duration({days: young.value}) <= $now
WITH reviewer, player, COUNT { (player)-[:GAINED]->() } AS lines
ORDER BY player.level DESC, lines DESC, player.id
LIMIT $limit
RETURN reviewer.id AS reviewer, collect(player.id) AS players
