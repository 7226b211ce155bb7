// Reveal a draw: its seed, its secret and the place of every entry.
//
// `drawn_at` is never before the close, even when a faster clock closed the giveaway.
//
// mode: write
// example: {"giveaway": "kettles", "seed": "00", "secret": "00", "keys": ["kettles:ada"],
//   "now": "2030-01-08T00:00:00Z"}
// returns:
MATCH (giveaway:Giveaway {id: $giveaway})
CREATE (giveaway)-[:DREW]->(:Draw {
  giveaway_id: $giveaway,
  seed: $seed,
  secret: $secret,
  drawn_at: CASE WHEN $now < giveaway.closed_at THEN giveaway.closed_at ELSE $now END
})
WITH giveaway
UNWIND range(1, size($keys)) AS place
MATCH (entry:Entry {key: $keys[place - 1]})
SET entry.place = place
