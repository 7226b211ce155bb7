// People who can no longer undo their deactivation, first to leave first.
//
// mode: read
// example: {"now": "2030-02-01T00:00:00Z"}
// returns: id
MATCH (undo:Rule {name: 'delete_undo_days'})
MATCH (user:User)
WHERE user.erased_at IS NULL AND user.deactivated_at + duration({days: undo.value}) <= $now
RETURN user.id AS id
ORDER BY user.deactivated_at, id
LIMIT 100
