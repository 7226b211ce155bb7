// By how many days the instants of a folder were moved when it was first loaded here.
//
// mode: read
// example: {"name": "demo"}
// returns: days
MATCH (load:SeedLoad {name: $name})
RETURN load.shift_days AS days
