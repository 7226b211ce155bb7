// The time of the database's clock.
//
// mode: read
// example: {}
// returns: now
RETURN datetime() AS now
