// Store a person's experience for ever, and when it was computed.
//
// mode: write
// example: {"user": "ada", "xp": 45, "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $user})
SET me.xp = $xp, me.derived_at = $now
