// Store by how many days the instants of a folder move in this graph.
//
// mode: write
// example: {"name": "demo", "days": 3}
// returns:
MERGE (load:SeedLoad {name: $name})
  ON CREATE SET load.shift_days = $days
