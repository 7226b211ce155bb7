// Forget the hashes that identify a person: platform accounts, devices, payments, addresses.
//
// An identifier goes when nobody else uses it.
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
