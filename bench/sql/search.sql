-- The shares of my circle with every word, the best matches first, with their cards.
WITH {circle}, candidate AS (
  SELECT visible.share_key, visible.published_at, visible.id, visible.way, visible.bridges, copies.remaining,
    product.name AS product, ARRAY[shop.name, category.name_zh, category.name_en, platform.name_zh, platform.name_en] AS names,
    share.note, share.cons
  FROM visible
  JOIN share ON share.share_key = visible.share_key
  {offered}
  JOIN platform ON platform.platform_key = shop.platform_key
  JOIN category ON category.category_key = product.category_key
  {open}
), page AS (
  SELECT candidate.*, scored.score
  FROM candidate
  CROSS JOIN LATERAL (
    SELECT sum(word.score) AS score FROM (
      SELECT CASE
        WHEN candidate.product ~ test THEN 3
        WHEN candidate.names[1] ~ test OR candidate.names[2] ~ test OR candidate.names[3] ~ test
          OR candidate.names[4] ~ test OR candidate.names[5] ~ test THEN 2
        WHEN candidate.note ~ test OR candidate.cons ~ test THEN 1 END AS score
      FROM unnest(%(tests)s::text[]) AS test
    ) AS word
    HAVING count(*) = count(word.score)
  ) AS scored
  ORDER BY scored.score DESC, candidate.published_at DESC, candidate.id
  LIMIT %(limit)s
)
{card}, page.score
{joins}
ORDER BY page.score DESC, page.published_at DESC, page.id
