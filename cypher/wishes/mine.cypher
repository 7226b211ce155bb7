// My wishes, newest first, or one of them, with the answers that I may see.
//
// It reads answers only, sent to me, and so not parts/sight: nothing that the asker calls reads a
// friendship or a purchase, so nothing can tell whom the wish asks.
//
// mode: read
// example: {"me": "dee", "wish": null, "before": null, "before_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: id, text, category, max_price_fen, currency, status, created_at, expires_at,
//   closed_at, answers
MATCH (me:User:Active {id: $me})-[:WISHED]->(wish:Wish)
WHERE ($wish IS NULL OR wish.id = $wish) AND ($before IS NULL
  OR wish.created_at < $before OR (wish.created_at = $before AND wish.id > $before_id))
WITH me, wish ORDER BY wish.created_at DESC, wish.id LIMIT $limit
OPTIONAL MATCH (wish)-[:WANTS]->(category:Category)
RETURN
  wish.id AS id, wish.text AS text, category {.id, .name_zh, .name_en} AS category,
  wish.max_price_fen AS max_price_fen, wish.currency AS currency,
  CASE
    WHEN wish.hidden_at IS NOT NULL THEN 'hidden'
    WHEN wish.closed_at IS NOT NULL THEN 'closed'
    WHEN $now >= wish.expires_at THEN 'expired'
    ELSE 'open'
  END AS status,
  wish.created_at AS created_at, wish.expires_at AS expires_at, wish.closed_at AS closed_at,
  COLLECT {
    MATCH (wish)<-[answers:ANSWERS]-(share:Share:Live)<-[:PUBLISHED]-(publisher:User:Active)
    MATCH (share)-[:SENT_TO]->(me)
    WHERE share.published_at <= $now AND $now < share.expires_at
      AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
    RETURN {
      share_id: share.id,
      answered_at: answers.at,
      publisher: publisher {.id, .display_name, creator: publisher:Creator}
    }
    ORDER BY answers.at DESC, share.id
  } AS answers
ORDER BY created_at DESC, id
