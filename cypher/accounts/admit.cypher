// Let in a person with the right password, and undo a deactivation that is not too old.
//
// No row: the person is suspended or gone, or the password has changed since it was read.
//
// mode: write
// example: {"user": "ada", "changed_at": "2029-01-01T00:00:00Z", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: user
MATCH (undo:Rule {name: 'delete_undo_days'})
MATCH (user:User {id: $user})
SET user.lock = $op
WITH user, undo
MATCH (user)-[:SIGNS_IN_WITH]->(:Credential {changed_at: $changed_at})
WHERE user.suspended_at IS NULL
  AND (user.deactivated_at IS NULL OR $now < user.deactivated_at + duration({days: undo.value}))
SET user:Active
REMOVE user.deactivated_at
RETURN user.id AS user
