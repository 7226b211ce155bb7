// Take shares whose time is over off the paths that live ones are found by.
//
// Readers look at the instant themselves; this only keeps their way short.
//
// mode: write
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: expired
MATCH (share:Share:Live)
WHERE share.expires_at <= $now
REMOVE share:Live
RETURN count(share) AS expired
