// All that is needed to repeat a draw, without names.
//
// mode: read
// example: {"giveaway": "kettles"}
// returns: refused, id, mode, rules, rules_hash, earlier_rules, commitment, secret, beacon,
//   closed_at, drawn_at, entrants, total_weight, root, seed, quantity, passed
MATCH (giveaway:Giveaway {id: $giveaway})
WHERE giveaway.approved_at IS NOT NULL
OPTIONAL MATCH (giveaway)-[:DREW]->(draw:Draw)
MATCH (giveaway)-[:RUNS_UNDER]->(rules:Rules)
WHERE rules.replaced_at IS NULL
RETURN
  CASE WHEN draw IS NULL THEN 'not_drawn' END AS refused,
  giveaway.id AS id,
  giveaway.mode AS mode,
  rules.text AS rules,
  rules.hash AS rules_hash,
  COLLECT {
    MATCH (giveaway)-[:RUNS_UNDER]->(earlier:Rules)
    WHERE earlier.replaced_at IS NOT NULL
    RETURN earlier.text ORDER BY earlier.replaced_at
  } AS earlier_rules,
  giveaway.commitment AS commitment,
  draw.secret AS secret,
  CASE giveaway.mode WHEN 'beacon' THEN {
    source: giveaway.beacon_source,
    round: giveaway.beacon_round,
    at: giveaway.beacon_at,
    value: giveaway.beacon
  } END AS beacon,
  giveaway.closed_at AS closed_at,
  draw.drawn_at AS drawn_at,
  giveaway.entrants AS entrants,
  giveaway.total_weight AS total_weight,
  giveaway.root AS root,
  draw.seed AS seed,
  giveaway.quantity AS quantity,
  COLLECT {
    MATCH (giveaway)<-[:IN]-(entry:Entry)
    WHERE entry.passed_at IS NOT NULL
    RETURN entry.pseudonym ORDER BY entry.place
  } AS passed
