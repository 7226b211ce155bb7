// What the database's clock tells.
//
// mode: read
// example: {}
// returns: now
RETURN datetime() AS now
