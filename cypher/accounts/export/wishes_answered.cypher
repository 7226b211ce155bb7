// Other people's wishes that I answered or declined, without their owners.
//
// mode: read
// example: {"me": "cy"}
// returns: text, answered_with, answered_at, declined_at
MATCH (me:User {id: $me})
CALL (me) {
  MATCH (me)-[:PUBLISHED]->(share:Share)-[answers:ANSWERS]->(wish:Wish)
  RETURN
    wish.text AS text,
    share.id AS answered_with,
    answers.at AS answered_at,
    null AS declined_at
  UNION ALL
  MATCH (me)-[declined:DECLINED]->(wish:Wish)
  RETURN
    wish.text AS text,
    null AS answered_with,
    null AS answered_at,
    declined.at AS declined_at
}
RETURN text, answered_with, answered_at, declined_at
ORDER BY coalesce(answered_at, declined_at), text, answered_with
