// Shares I sent directly to friends, and shares sent directly to me.
//
// A share that answers a wish is left out: its sender does not know the receiver.
//
// mode: read
// example: {"me": "ada"}
// returns: direction, share_id, user_id, at
MATCH (me:User {id: $me})
CALL (me) {
  MATCH (me)-[:PUBLISHED]->(share:Share)-[sent:SENT_TO]->(friend:User)
  WHERE sent.wished IS NULL
  RETURN 'out' AS direction, share.id AS share_id, friend.id AS user_id, sent.at AS at
  UNION ALL
  MATCH (me)<-[sent:SENT_TO]-(share:Share)<-[:PUBLISHED]-(publisher:User)
  RETURN 'in' AS direction, share.id AS share_id, publisher.id AS user_id, sent.at AS at
}
RETURN direction, share_id, user_id, at
ORDER BY at, share_id, user_id
