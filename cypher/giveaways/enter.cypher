// Enter a giveaway; an entry that exists stays as it is.
//
// The giveaway is locked first, so nobody enters while it closes. Of people joined by a device, a
// payment or an address, however many steps apart, only one can enter. The proposer, the reviewers
// and people joined to them cannot.
//
// mode: write
// example: {"me": "ada", "giveaway": "kettles", "pseudonym": "00", "nonce": "00", "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused, limit
MATCH (giveaway:Giveaway {id: $giveaway})
SET giveaway.lock = $op
WITH giveaway
MATCH (me:User:Active {id: $me})
CALL (me) {
  MATCH (me)-[:USES*0..]-(person)
  WITH DISTINCT person
  WHERE person:User
  RETURN collect(person) AS cluster
}
OPTIONAL MATCH (mine:Entry {key: $giveaway + ':' + $me})
WITH *, CASE
  WHEN giveaway.approved_at IS NULL THEN 'not_found'
  WHEN giveaway.voided_at IS NOT NULL
    OR giveaway.closed_at IS NOT NULL
    OR NOT giveaway.opens_at <= $now < giveaway.closes_at THEN 'not_open'
  WHEN mine IS NOT NULL THEN null
  WHEN $now < me.created_at + duration({days: giveaway.account_days}) THEN 'account_too_young'
  WHEN any(person IN cluster
    WHERE EXISTS { (person)-[:PROPOSED]->(giveaway) }
      OR EXISTS { (person)-[:TOOK]->(:Action)-[:ON]->(giveaway) }) THEN 'had_a_hand'
  WHEN any(person IN cluster
    WHERE EXISTS { (person)-[:ENTERED]->(:Entry)-[:IN]->(giveaway) }) THEN 'entered_already'
END AS refused
CALL (*) {
  WITH *
  WHERE refused IS NULL
  MERGE (entry:Entry {key: $giveaway + ':' + $me})
    ON CREATE SET entry += {pseudonym: $pseudonym, nonce: $nonce, entered_at: $now}
  MERGE (me)-[:ENTERED]->(entry)
  MERGE (entry)-[:IN]->(giveaway)
}
RETURN refused, CASE refused WHEN 'account_too_young' THEN giveaway.account_days END AS limit
