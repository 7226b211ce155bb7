// Giveaways I proposed or entered, with my part in them.
//
// mode: read
// example: {"me": "ada"}
// returns: giveaway_id, title, proposed_at, entered_at, pseudonym, nonce, level, weight, place,
//   won_at, passed_at, left_out
MATCH (me:User {id: $me})
CALL (me) {
  MATCH (me)-[:PROPOSED]->(giveaway:Giveaway)
  RETURN giveaway
  UNION
  MATCH (me)-[:ENTERED]->(:Entry)-[:IN]->(giveaway:Giveaway)
  RETURN giveaway
}
OPTIONAL MATCH (entry:Entry {key: giveaway.id + ':' + $me})
RETURN
  giveaway.id AS giveaway_id,
  giveaway.title AS title,
  CASE WHEN EXISTS { (me)-[:PROPOSED]->(giveaway) } THEN giveaway.proposed_at END AS proposed_at,
  entry.entered_at AS entered_at,
  entry.pseudonym AS pseudonym,
  entry.nonce AS nonce,
  entry.level AS level,
  entry.weight AS weight,
  entry.place AS place,
  entry.won_at AS won_at,
  entry.passed_at AS passed_at,
  entry.left_out AS left_out
ORDER BY coalesce(entered_at, proposed_at), giveaway_id
