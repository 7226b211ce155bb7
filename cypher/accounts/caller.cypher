// The person behind this session, while it lasts.
//
// mode: read
// example: {"session": "ada-session", "now": "2030-01-01T00:00:00Z"}
// returns: id, handle, locale, roles, session_id, last_seen_at
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
RETURN
  me.id AS id,
  me.handle AS handle,
  me.locale AS locale,
  [role IN labels(me) WHERE role IN ['Admin', 'Analyst', 'Creator', 'Merchant'] | toLower(role)]
    AS roles,
  session.id AS session_id,
  session.last_seen_at AS last_seen_at
