// Take the label `:Live` from expired shares.
//
// Readers compare the instants themselves; this only shortens their way to live shares.
//
// mode: write
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: expired
MATCH (share:Share:Live)
WHERE share.expires_at <= $now
REMOVE share:Live
RETURN count(share) AS expired
