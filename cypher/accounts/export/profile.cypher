// My account, all of it but the password.
//
// mode: read
// example: {"me": "ada"}
// returns: id, handle, display_name, locale, bridge, discoverable, roles, level, xp, created_at
MATCH (me:User {id: $me})
RETURN
  me.id AS id,
  me.handle AS handle,
  me.display_name AS display_name,
  me.locale AS locale,
  me.bridge AS bridge,
  me.discoverable AS discoverable,
  [role IN labels(me) WHERE role IN ['Admin', 'Analyst', 'Creator', 'Merchant'] | toLower(role)]
    AS roles,
  me.level AS level,
  me.xp AS xp,
  me.created_at AS created_at
