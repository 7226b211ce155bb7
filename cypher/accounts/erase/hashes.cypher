// The hashes that told somebody at a platform, by a device or at an address go; what nobody else uses goes with them.
//
// mode: write
// example: {"user": "ian"}
// returns:
MATCH (user:User {id: $user})
OPTIONAL MATCH (user)-[has:HAS]->(account:PlatformAccount)-[:ON]->(platform:Platform)
SET account.key = platform.id + ':erased:' + account.id
REMOVE account.id, account.linked_at
DELETE has
WITH user, collect(account) AS accounts
OPTIONAL MATCH (holder)-[uses:USES|SHOWED]->(identifier:Identifier)
WHERE holder = user OR holder IN accounts
WITH collect(uses) AS gone, collect(DISTINCT identifier) AS identifiers
FOREACH (uses IN gone | DELETE uses)
WITH identifiers
UNWIND identifiers AS identifier
WITH identifier
WHERE NOT EXISTS { (identifier)<-[:USES|SHOWED]-() }
DETACH DELETE identifier
