-- A copy is left, and I neither hide the share nor mute its publisher, shop or category.
WHERE copies.remaining > 0 AND NOT EXISTS (
  SELECT FROM mutes
  WHERE mutes.person_key = (SELECT me.person_key FROM me) AND coalesce(%(now)s < mutes.until, true)
    AND (mutes.kind, mutes.muted_key) IN
      (('person', visible.publisher_key), ('shop', coupon.shop_key), ('category', product.category_key))
) AND NOT EXISTS (
  SELECT FROM hides WHERE hides.person_key = (SELECT me.person_key FROM me) AND hides.share_key = visible.share_key
)
