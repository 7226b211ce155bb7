// Store what was derived of someone: experience for ever, and when; what it took in is settled.
//
// mode: write
// example: {"user": "ada", "xp": 45, "now": "2030-01-01T00:00:00Z"}
// returns:
MATCH (me:User {id: $user})
SET me.xp = $xp, me.derived_at = $now
