// My leaf in the tree whose root was published at the close of a giveaway.
//
// mode: read
// example: {"me": "ada", "giveaway": "kettles"}
// returns: refused, reason, pseudonym, weight, nonce, root
MATCH (giveaway:Giveaway {id: $giveaway})
WHERE giveaway.approved_at IS NOT NULL
MATCH (:User {id: $me})-[:ENTERED]->(entry:Entry)-[:IN]->(giveaway)
RETURN
  CASE
    WHEN giveaway.closed_at IS NULL THEN 'not_closed'
    WHEN entry.left_out IS NOT NULL THEN 'left_out'
  END AS refused,
  entry.left_out AS reason,
  entry.pseudonym AS pseudonym,
  entry.weight AS weight,
  entry.nonce AS nonce,
  giveaway.root AS root
