// Giveaways with their status, last to open first; `only` is the id of one.
//
// Only the proposer and, with `every`, reviewers see a giveaway that is not approved. The query
// computes the status from the instants, so it depends on no job.
//
// mode: read
// example: {"me": "ada", "only": null, "every": false, "status": null, "before": null,
//   "before_id": null, "limit": 20, "now": "2030-01-01T00:00:00Z"}
// returns: id, title, prize, value_fen, currency, quantity, sponsor, profile, mode, beacon,
//   opens_at, closes_at, reveal_by, odds, account_days, winner_days, status, void_reason,
//   rules_hash, commitment, entrants, total_weight, root, closed_at, drawn_at, mine, entered
MATCH (giveaway:Giveaway)
// One id or all of them, by the index in both cases.
WHERE coalesce($only, '') <= giveaway.id <= coalesce($only, '~')
OPTIONAL MATCH (giveaway)-[:DREW]->(draw:Draw)
WITH giveaway, draw, EXISTS { (:User {id: $me})-[:PROPOSED]->(giveaway) } AS mine, CASE
  WHEN giveaway.rejected_at IS NOT NULL THEN 'rejected'
  WHEN giveaway.voided_at IS NOT NULL THEN 'void'
  WHEN giveaway.approved_at IS NULL THEN 'proposed'
  WHEN draw IS NOT NULL THEN 'drawn'
  WHEN $now >= giveaway.reveal_by THEN 'void'
  WHEN $now >= giveaway.closes_at THEN 'closed'
  WHEN $now >= giveaway.opens_at THEN 'open'
  ELSE 'scheduled' END AS status
WHERE ($every OR mine OR giveaway.approved_at IS NOT NULL) AND status = coalesce($status, status)
  AND ($before IS NULL
    OR giveaway.opens_at < $before
    OR (giveaway.opens_at = $before AND giveaway.id < $before_id))
WITH giveaway, draw, mine, status
ORDER BY giveaway.opens_at DESC, giveaway.id DESC
LIMIT $limit
MATCH (giveaway)-[:RUNS_UNDER]->(rules:Rules)
WHERE rules.replaced_at IS NULL
RETURN
  giveaway.id AS id, giveaway.title AS title, giveaway.prize AS prize,
  giveaway.value_fen AS value_fen, giveaway.currency AS currency, giveaway.quantity AS quantity,
  giveaway.sponsor AS sponsor, giveaway.profile AS profile, giveaway.mode AS mode,
  CASE giveaway.mode WHEN 'beacon' THEN {source: giveaway.beacon_source, at: giveaway.beacon_at,
    round: giveaway.beacon_round, value: giveaway.beacon} END AS beacon,
  giveaway.opens_at AS opens_at, giveaway.closes_at AS closes_at, giveaway.reveal_by AS reveal_by,
  giveaway.odds AS odds,
  giveaway.account_days AS account_days, giveaway.winner_days AS winner_days, status,
  CASE status WHEN 'void' THEN coalesce(giveaway.void_reason, 'deadline') END AS void_reason,
  rules.hash AS rules_hash, giveaway.commitment AS commitment,
  coalesce(giveaway.entrants, COUNT { (giveaway)<-[:IN]-() }) AS entrants,
  giveaway.total_weight AS total_weight, giveaway.root AS root,
  giveaway.closed_at AS closed_at, draw.drawn_at AS drawn_at, mine,
  EXISTS { (:User {id: $me})-[:ENTERED]->(:Entry)-[:IN]->(giveaway) } AS entered
ORDER BY opens_at DESC, id DESC
