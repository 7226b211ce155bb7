// The entries that take part in a draw, in the order of the leaves of its tree.
//
// mode: read
// example: {"giveaway": "kettles"}
// returns: key, pseudonym, weight, nonce, place
MATCH (:Giveaway {id: $giveaway})<-[:IN]-(entry:Entry)
WHERE entry.weight IS NOT NULL
RETURN
  entry.key AS key,
  entry.pseudonym AS pseudonym,
  entry.weight AS weight,
  entry.nonce AS nonce,
  entry.place AS place
ORDER BY pseudonym
