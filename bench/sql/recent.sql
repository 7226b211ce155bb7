-- The newest shares that my circle can show me, with their cards.
WITH {circle}, page AS (
  SELECT visible.share_key, visible.published_at, visible.id, visible.way, visible.bridges, copies.remaining
  FROM visible
  {offered}
  {open}
  ORDER BY visible.published_at DESC, visible.id
  LIMIT %(limit)s
)
{card}
{joins}
ORDER BY page.published_at DESC, page.id
