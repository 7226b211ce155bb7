// The stored people among these, by id or handle, as rows of user.csv.
//
// mode: read
// example: {"ids": ["ada"], "keys": ["bob"]}
// returns: id, key, roles
MATCH (user:User)
WHERE user.id IN $ids OR user.handle IN $keys
RETURN
  user.id AS id,
  user.handle AS key,
  [role IN labels(user) WHERE role IN ['Creator', 'Merchant', 'Admin', 'Analyst']] AS roles
ORDER BY id
