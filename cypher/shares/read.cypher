// One share as I may see it, with what stands in the way of claiming it.
//
// No row: the session has ended. Only the publisher reads the audience.
//
// mode: read
// example: {"session": "ada-session", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, share
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session})
WHERE $now < session.expires_at
OPTIONAL MATCH (share:Share {id: $share})-[:OFFERS]->(coupon:Coupon)
// part: optional parts/sight
// part: optional parts/card
// part: parts/claimable
RETURN CASE WHEN way IS NULL THEN 'not_found' END AS refused, card {
  .*, reason, claimable: reason IS NULL,
  audience: CASE way WHEN 0 THEN share.audience END,
  reply: head([(share)<-[:TO]-(reply:Reply)
    WHERE reply.withdrawn_at IS NULL AND reply.hidden_at IS NULL |
    reply {.id, .text, .at, .edited_at}])
} AS share
