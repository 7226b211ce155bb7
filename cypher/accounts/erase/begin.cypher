// Make a person anonymous, once they can no longer come back: no name and no role.
//
// No row: the person can still come back, or is erased already.
//
// mode: write
// example: {"user": "ian", "op": "op-1", "now": "2031-01-01T00:00:00Z"}
// returns: id
MATCH (undo:Rule {name: 'delete_undo_days'})
MATCH (user:User {id: $user})
SET user.lock = $op
WITH user, undo
WHERE user.erased_at IS NULL AND user.deactivated_at + duration({days: undo.value}) <= $now
SET user += {
  erased_at: $now,
  handle: 'erased-' + user.id,
  display_name: '—',
  bridge: 'counted',
  discoverable: false
}
REMOVE user:Creator:Analyst:Admin:Merchant:NoBridge
RETURN user.id AS id
