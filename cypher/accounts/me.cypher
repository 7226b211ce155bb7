// My own account, as I can see and change it.
//
// mode: read
// example: {"me": "ada"}
// returns: id, handle, display_name, locale, bridge, discoverable, roles, level, created_at,
//   version
MATCH (me:User:Active {id: $me})
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
  me.created_at AS created_at,
  me.version AS version
