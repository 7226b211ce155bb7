// A closed giveaway that can be drawn now, locked.
//
// No row: there is nothing to draw.
//
// mode: write
// example: {"giveaway": "kettles", "op": "op-1", "now": "2030-01-08T00:00:00Z"}
// returns: mode, root, commitment, beacon, quantity
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway
WHERE giveaway.closed_at IS NOT NULL
  AND giveaway.voided_at IS NULL
  AND $now < giveaway.reveal_by
  AND (giveaway.mode = 'commit' OR giveaway.beacon IS NOT NULL)
  AND NOT EXISTS { (giveaway)-[:DREW]->() }
RETURN
  giveaway.mode AS mode,
  giveaway.root AS root,
  giveaway.commitment AS commitment,
  giveaway.beacon AS beacon,
  giveaway.quantity AS quantity
