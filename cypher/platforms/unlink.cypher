// Unlink an account of mine. Its purchases stay mine.
//
// mode: write
// example: {"user": "ada", "account": "ada-jd", "op": "op-1"}
// returns: id
MATCH (:User {id: $user})-[has:HAS]->(account:PlatformAccount {id: $account})
SET account.lock = $op
WITH has, account, account.id AS id
DELETE has
REMOVE account.id, account.linked_at
RETURN id
