// My wishes, and the shares that answered them.
//
// mode: read
// example: {"me": "dee"}
// returns: id, text, category, max_price_fen, currency, created_at, expires_at, closed_at, answers
MATCH (:User {id: $me})-[:WISHED]->(wish:Wish)
OPTIONAL MATCH (wish)-[:WANTS]->(category:Category)
RETURN
  wish.id AS id,
  wish.text AS text,
  category.id AS category,
  wish.max_price_fen AS max_price_fen,
  wish.currency AS currency,
  wish.created_at AS created_at,
  wish.expires_at AS expires_at,
  wish.closed_at AS closed_at,
  COLLECT { MATCH (share:Share)-[:ANSWERS]->(wish) RETURN share.id ORDER BY share.id } AS answers
ORDER BY created_at, id
