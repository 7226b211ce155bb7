// No credential or token lies outside its own node.
//
// The check looks at names and at values. A sealed hash is bytes, and password hashes begin alike.
// An answer kept for a retry holds no token. The secret that a draw reveals is public.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (credential:Credential)
  RETURN collect(credential.sealed) AS sealed
}
CALL (sealed) {
  MATCH (node:!Photo)
  UNWIND keys(node) AS name
  WITH node, name, sealed, node[name] AS value
  WHERE NOT (node:Credential AND name = 'sealed'
      OR node:Session AND name = 'token_hash'
      OR node:Draw AND name = 'secret')
    AND (name =~ '(?i).*(passw|secret|token|sealed|credential|cookie).*'
      OR value IS :: STRING AND (value CONTAINS '$argon2' OR value CONTAINS '"token"')
      OR value IS :: LIST<INTEGER NOT NULL> AND value IN sealed)
  RETURN coalesce(node.id, node.key, labels(node)[0]) + '.' + name AS offender
  UNION ALL
  MATCH (start)-[edge]->()
  UNWIND keys(edge) AS name
  WITH start, edge, name
  WHERE name =~ '(?i).*(passw|secret|token|sealed|credential|cookie).*'
  RETURN coalesce(start.id, start.key) + ' ' + type(edge) + '.' + name AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
