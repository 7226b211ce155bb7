// Publish the frozen entries of a giveaway: their number, total weight and root.
//
// mode: write
// example: {"giveaway": "kettles", "entrants": 0, "total_weight": 0, "root": "00",
//   "now": "2030-01-08T00:00:00Z"}
// returns:
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway += {
  closed_at: $now,
  entrants: $entrants,
  total_weight: $total_weight,
  root: $root
}
