// Create an invite, unless as many as the rule allows are open.
//
// Only a keyed hash of the code is stored. The code follows from the invite's id and a secret
// outside the graph.
//
// mode: write
// example: {"me": "ada", "invite": "i-1", "code_hash": "c0de", "label": "Tea group", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit, id, label, created_at, expires_at
MATCH (most:Rule {name: 'open_invites'}), (life:Rule {name: 'invite_days'})
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me, most.value AS limit, life.value AS days
WITH me, limit, days,
  COUNT { (me)-[:INVITES_WITH]->(open:Invite) WHERE $now < open.expires_at } AS open
CREATE (me)-[:INVITES_WITH]->(invite:Invite {
  id: $invite,
  code_hash: $code_hash,
  label: $label,
  created_at: $now,
  expires_at: $now + duration({days: days})
})
RETURN
  CASE WHEN open >= limit THEN 'invite_limit' END AS refused,
  limit,
  invite.id AS id,
  invite.label AS label,
  invite.created_at AS created_at,
  invite.expires_at AS expires_at
