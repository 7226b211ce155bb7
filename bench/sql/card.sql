-- The cards of a page.
SELECT share.id, share.note, share.cons, share.used_for_days, share.published_at, share.edited_at, share.expires_at,
  share.ad_label, share.version, page.remaining,
  CASE WHEN page.way < 3 THEN page.way END AS degree,
  (ARRAY['friend', 'circle', 'follow', 'direct'])[page.way] AS via,
  coalesce(cardinality(page.bridges), 0) AS mutual_count,
  (
    SELECT coalesce(json_agg(named), '[]') FROM (
      SELECT person.id, person.display_name FROM unnest(page.bridges) AS bridge (key)
      JOIN person ON person.person_key = bridge.key AND person.bridge = 'named'
      ORDER BY person.id LIMIT 3
    ) AS named
  ) AS bridges,
  publisher.id AS publisher_id, publisher.display_name AS publisher_display_name, publisher.creator AS publisher_creator,
  shop.id AS shop_id, shop.name AS shop_name, coupon.quota,
  product.id AS product_id, product.name AS product_name, category.id AS product_category,
  platform.id AS platform_id, platform.name_zh AS platform_name_zh, platform.name_en AS platform_name_en,
  platform.open_with AS platform_open_with,
  coupon.kind AS terms_kind, coupon.value AS terms_value, coupon.max_off_fen AS terms_max_off_fen,
  coupon.min_spend_fen AS terms_min_spend_fen, coupon.currency AS terms_currency, coupon.use_days AS terms_use_days,
  (
    SELECT claim.id FROM claim
    WHERE claim.coupon_key = share.coupon_key AND claim.person_key = (SELECT me.person_key FROM me)
      AND claim.returned_at IS NULL AND claim.revoked_at IS NULL
  ) AS claimed
