-- The first page of my circle by the published formula, with its cards.
WITH {circle}, {tastes}, candidate AS (
  SELECT visible.share_key, visible.publisher_key, visible.published_at, visible.expires_at, visible.id, visible.way, visible.bridges,
    coalesce(cardinality(visible.bridges), 0) AS bridge_count, copies.remaining, coupon.shop_key, product.category_key, EXISTS (
      SELECT FROM sent WHERE sent.person_key = (SELECT me.person_key FROM me) AND sent.share_key = visible.share_key
    ) AS sent
  FROM visible
  {offered}
  {open}
  ORDER BY visible.published_at DESC, visible.id
  LIMIT (SELECT value FROM rule WHERE name = 'feed_candidates')
), rules AS MATERIALIZED (
  SELECT ranking.*, (confidence_percent / 100.0::float) ^ 2 AS z, make_interval(hours => expiring_hours) AS soon,
    (SELECT value FROM rule WHERE name = 'least_group') AS least_group,
    date_trunc('day', %(now)s::timestamptz + starts.before, 'UTC') - starts.before - digest.after AS digest_until
  FROM ranking
  CROSS JOIN (
    SELECT make_interval(hours => value) AS before FROM rule WHERE name = 'day_starts_hours_before_utc'
  ) AS starts
  CROSS JOIN (SELECT make_interval(hours => value) AS after FROM rule WHERE name = 'digest_min_hours') AS digest
  WHERE ranking.name = 'circle'
), part AS (
  SELECT candidate.*, rules.*, verdicts.judged, verdicts.good,
    CASE
      WHEN sent THEN direct_percent
      WHEN way = 1 THEN friend_percent
      WHEN way = 3 THEN follow_percent
      ELSE circle_percent + bridge_percent * ln(1 + least(bridge_count, bridges_most)::float) / ln(2::float)
    END / 100.0::float AS proximity,
    CASE WHEN judged < least_group THEN 0 ELSE
      (good + z / 2 - sqrt(z * (good * (judged - good) / judged::float + z / 4))) / (judged + z) END AS quality,
    exp((floor(extract(epoch FROM published_at) * 1000) - floor(extract(epoch FROM %(now)s::timestamptz) * 1000))::float
      / (86400000.0::float * fresh_days)) AS freshness,
    CASE WHEN expires_at < %(now)s + soon THEN 1 ELSE 0 END AS expiring,
    (not_interested_percent / 100.0::float) ^ (
        (SELECT count(*) FROM unwanted WHERE unwanted.publisher_key = candidate.publisher_key)
        + (SELECT count(*) FROM unwanted WHERE unwanted.category_key = candidate.category_key)
      ) * (ignored_percent / 100.0::float) ^ (coalesce(ignored.times, 0) / ignored_shares) AS lowered
  FROM candidate
  CROSS JOIN rules
  LEFT JOIN ignored ON ignored.publisher_key = candidate.publisher_key
  CROSS JOIN LATERAL (
    SELECT count(*) AS judged, count(*) FILTER (WHERE verdict = 'as_described') AS good FROM claim
    WHERE claim.share_key = candidate.share_key AND claim.completed_at IS NOT NULL
      AND claim.verdict_at < rules.digest_until AND claim.completed_at < rules.digest_until
  ) AS verdicts
), scored AS (
  SELECT part.*, lowered * (proximity_percent * proximity + quality_percent * quality + fresh_percent * freshness
    + expiring_percent * expiring) / 100.0::float AS score
  FROM part
), placed AS MATERIALIZED (
  SELECT scored.*, row_number() OVER (ORDER BY score DESC, published_at DESC, id) AS place FROM scored
), page AS (
  SELECT * FROM placed WHERE place = ANY (ARRAY(
    SELECT unnest(spread(
      array_agg(placed.publisher_key ORDER BY placed.place), array_agg(placed.shop_key ORDER BY placed.place),
      (SELECT value FROM rule WHERE name = 'feed_window'), (SELECT value FROM rule WHERE name = 'feed_per_publisher'),
      (SELECT value FROM rule WHERE name = 'feed_per_shop')
    )) FROM placed
  ))
)
{card}, page.score AS why_score, page.proximity AS why_proximity, page.quality AS why_quality,
  page.freshness AS why_freshness, page.expiring AS why_expiring, page.lowered AS why_lowered, page.sent AS why_sent,
  CASE WHEN page.judged >= page.least_group
    THEN json_build_object('as_described', page.good, 'of', page.judged) END AS why_verdicts
{joins}
ORDER BY page.place
