// People by handle, for admins: their accounts here, never their friends or purchases.
//
// mode: read
// example: {"handle": "a", "role": null, "state": null, "after": null, "limit": 21}
// returns: id, handle, display_name, roles, state, level, created_at
MATCH (user:User)
WHERE user.handle STARTS WITH coalesce($handle, '')
  AND ($after IS NULL OR user.handle > $after)
  AND ($role IS NULL OR $role IN labels(user))
WITH user, CASE
  WHEN user.suspended_at IS NOT NULL THEN 'suspended'
  WHEN user.deactivated_at IS NOT NULL THEN 'deactivated'
  ELSE 'active'
END AS state
WHERE $state IS NULL OR state = $state
RETURN
  user.id AS id,
  user.handle AS handle,
  user.display_name AS display_name,
  [role IN ['Admin', 'Analyst', 'Creator', 'Merchant'] WHERE role IN labels(user) | toLower(role)]
    AS roles,
  state,
  user.level AS level,
  user.created_at AS created_at
ORDER BY handle
LIMIT $limit
