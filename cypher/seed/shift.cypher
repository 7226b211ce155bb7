// The number of days by which the instants of a folder moved at its first load here.
//
// mode: read
// example: {"name": "demo"}
// returns: days
MATCH (load:SeedLoad {name: $name})
RETURN load.shift_days AS days
