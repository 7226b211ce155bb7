// Store a link code, which I type at a platform to link my account. It replaces an earlier code.
//
// mode: write
// example: {"user": "ada", "platform": "jd", "code_hash": "c0de", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: platform, expires_at
MATCH (user:User:Active {id: $user}), (platform:Platform {id: $platform})
MATCH (lifetime:Rule {name: 'link_code_minutes'})
SET user.lock = $op
WITH user, platform, lifetime
OPTIONAL MATCH (user)-[:LINKS_WITH]->(earlier:LinkCode)-[:ON]->(platform)
WHERE earlier.code_hash <> $code_hash AND earlier.used_at IS NULL
DETACH DELETE earlier
WITH DISTINCT user, platform, lifetime
MERGE (code:LinkCode {code_hash: $code_hash})
  ON CREATE SET code.issued_at = $now, code.expires_at = $now + duration({minutes: lifetime.value})
MERGE (user)-[:LINKS_WITH]->(code)
MERGE (code)-[:ON]->(platform)
RETURN platform.id AS platform, code.expires_at AS expires_at
