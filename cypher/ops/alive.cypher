// The cheapest question there is.
//
// mode: read
// example: {}
// returns: alive
RETURN true AS alive
