// My replies to shares, for a shop.
//
// mode: read
// example: {"me": "max"}
// returns: id, share_id, text, at, edited_at, withdrawn_at, hidden_at
MATCH (:User {id: $me})-[:REPLIED]->(reply:Reply)
RETURN
  reply.id AS id,
  reply.key AS share_id,
  reply.text AS text,
  reply.at AS at,
  reply.edited_at AS edited_at,
  reply.withdrawn_at AS withdrawn_at,
  reply.hidden_at AS hidden_at
ORDER BY at, id
