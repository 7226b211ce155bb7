-- Every share that my circle can show me, by its nearest way: 1 friend, 2 through a bridge, 3 follow, 4 direct.
me AS MATERIALIZED (
  SELECT session.person_key FROM session JOIN person USING (person_key)
  WHERE session.token_hash = %(session)s AND %(now)s < session.expires_at AND person.active
), walked AS (
  SELECT reaches.publisher_key, 1 AS way, NULL::integer AS bridge_key
  FROM me JOIN reaches ON reaches.friend_key = me.person_key
  UNION ALL
  SELECT reaches.publisher_key, 2, friend.friend_key
  FROM me
  JOIN friend ON friend.person_key = me.person_key
  JOIN person AS bridge ON bridge.person_key = friend.friend_key AND bridge.active AND bridge.bridge <> 'off'
  JOIN reaches ON reaches.friend_key = friend.friend_key
), near AS (
  SELECT walked.publisher_key, min(walked.way) AS way,
    array_agg(walked.bridge_key) FILTER (WHERE walked.way = 2) AS bridges
  FROM walked
  WHERE walked.publisher_key <> (SELECT me.person_key FROM me)
  GROUP BY walked.publisher_key
), shown AS (
  SELECT share.share_key, share.publisher_key, share.coupon_key, share.id, share.published_at, share.expires_at,
    near.way, near.bridges
  FROM near
  JOIN person AS publisher ON publisher.person_key = near.publisher_key AND publisher.active
  JOIN share ON share.publisher_key = near.publisher_key AND share.live
    AND share.audience <> 'direct' AND (near.way = 1 OR share.audience <> 'friends')
  UNION ALL
  SELECT share.share_key, share.publisher_key, share.coupon_key, share.id, share.published_at, share.expires_at, 3, NULL
  FROM me
  JOIN follows ON follows.person_key = me.person_key
  JOIN person AS publisher ON publisher.person_key = follows.creator_key AND publisher.active AND publisher.creator
  JOIN share ON share.publisher_key = publisher.person_key AND share.live AND share.audience = 'public'
  UNION ALL
  SELECT share.share_key, share.publisher_key, share.coupon_key, share.id, share.published_at, share.expires_at, 4, NULL
  FROM me
  JOIN sent ON sent.person_key = me.person_key
  JOIN share ON share.share_key = sent.share_key AND share.live
  JOIN person AS publisher ON publisher.person_key = share.publisher_key AND publisher.active
), visible AS (
  SELECT DISTINCT ON (published_at, id) shown.*
  FROM shown
  WHERE published_at <= %(now)s AND %(now)s < expires_at
    AND NOT EXISTS (
      SELECT FROM blocks WHERE blocks.person_key = (SELECT me.person_key FROM me) AND blocks.other_key = shown.publisher_key
    )
  ORDER BY published_at DESC, id, way
)
