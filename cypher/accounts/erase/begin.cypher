// Somebody whose time to come back is over becomes a nobody: no name, no role, nothing to be found by.
//
// mode: write
// example: {"user": "ian", "op": "op-1", "now": "2031-01-01T00:00:00Z"}
// returns: id
MATCH (undo:Rule {name: 'delete_undo_days'})
MATCH (user:User {id: $user})
SET user.lock = $op
WITH user, undo
WHERE user.erased_at IS NULL AND user.deactivated_at + duration({days: undo.value}) <= $now
SET user += {erased_at: $now, handle: 'erased-' + user.id, display_name: '—', bridge: 'counted', discoverable: false}
REMOVE user:Creator:Analyst:Admin:Merchant:NoBridge
RETURN user.id AS id
