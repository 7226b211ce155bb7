// Reply to a share of a shop I manage. A share has one reply; a second call changes its words.
//
// The caller has checked that I may see the share.
//
// mode: write
// example: {"me": "max", "share": "bob-oolong", "reply": "reply-1",
//   "text": "Thank you; the tin is new since May.", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id, text, at, edited_at
MATCH (me:User:Active:Merchant {id: $me})-[:MANAGES]->(:Shop)
  <-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share {id: $share})
SET share.lock = $op
WITH me, share, EXISTS { (me)-[:PUBLISHED]->(share) } AS own
MERGE (reply:Reply {key: share.id})
  ON CREATE SET reply.id = $reply, reply.at = $now, reply.text = $text
MERGE (reply)-[:TO]->(share)
WITH me, own, reply, reply.text <> $text AS changed
SET
  reply.text = $text,
  reply.withdrawn_at = null,
  reply.edited_at = CASE WHEN changed THEN $now ELSE reply.edited_at END
WITH me, own, reply
CALL (me, reply) {
  MATCH (reply)<-[before:REPLIED]-(other:User)
  WHERE other <> me
  DELETE before
}
MERGE (me)-[:REPLIED]->(reply)
RETURN
  CASE
    WHEN own THEN 'own_share'
    WHEN reply.hidden_at IS NOT NULL THEN 'removed'
  END AS refused,
  reply.id AS id,
  reply.text AS text,
  reply.at AS at,
  reply.edited_at AS edited_at
