// My entry in a giveaway.
//
// mode: read
// example: {"me": "ada", "giveaway": "kettles"}
// returns: pseudonym, nonce, entered_at, level, weight, place, won_at, passed_at, left_out
MATCH (giveaway:Giveaway {id: $giveaway})
WHERE giveaway.approved_at IS NOT NULL
MATCH (:User {id: $me})-[:ENTERED]->(entry:Entry)-[:IN]->(giveaway)
RETURN
  entry.pseudonym AS pseudonym,
  entry.nonce AS nonce,
  entry.entered_at AS entered_at,
  entry.level AS level,
  entry.weight AS weight,
  entry.place AS place,
  entry.won_at AS won_at,
  entry.passed_at AS passed_at,
  entry.left_out AS left_out
