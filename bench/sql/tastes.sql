-- Publishers and shops that I keep passing by, and those I am not interested in.
liked AS (
  SELECT share.publisher_key, saw.at, saw.opened_at IS NOT NULL
    OR EXISTS (SELECT FROM saved WHERE saved.person_key = saw.person_key AND saved.share_key = saw.share_key)
    OR EXISTS (SELECT FROM claim WHERE claim.person_key = saw.person_key AND claim.share_key = saw.share_key) AS liked
  FROM me
  JOIN saw ON saw.person_key = me.person_key AND saw.at <= %(now)s
  JOIN share ON share.share_key = saw.share_key
), since AS (
  SELECT liked.*, max(liked.at) FILTER (WHERE liked.liked) OVER (PARTITION BY liked.publisher_key) AS liked_at FROM liked
), ignored AS (
  SELECT since.publisher_key, count(*) FILTER (WHERE coalesce(since.liked_at < since.at, true)) AS times
  FROM since GROUP BY since.publisher_key
), unwanted AS MATERIALIZED (
  SELECT share.publisher_key, product.category_key
  FROM me
  JOIN hides ON hides.person_key = me.person_key AND hides.reason = 'not_interested' AND hides.since <= %(now)s
  JOIN share ON share.share_key = hides.share_key
  JOIN coupon ON coupon.coupon_key = share.coupon_key
  JOIN product ON product.product_key = coupon.product_key
)
