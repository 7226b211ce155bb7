-- The newest shares that my circle can show me, with their cards.
WITH {circle}, page AS (
  SELECT found.share_key, found.published_at, found.id, found.way, found.bridges, copies.remaining
  FROM found
  {offered}
  {open}
  ORDER BY found.published_at DESC, found.id
  LIMIT %(limit)s
)
{card}
{joins}
ORDER BY page.published_at DESC, page.id
