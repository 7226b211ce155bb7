-- Indexes for each step of the walk, so that it reads no table.
ALTER TABLE session ADD PRIMARY KEY (token_hash) INCLUDE (person_key, expires_at);
ALTER TABLE friend ADD PRIMARY KEY (person_key, friend_key);
ALTER TABLE reaches ADD PRIMARY KEY (friend_key, publisher_key);
ALTER TABLE follows ADD PRIMARY KEY (person_key, creator_key);
ALTER TABLE blocks ADD PRIMARY KEY (person_key, other_key);
ALTER TABLE mutes ADD PRIMARY KEY (person_key, kind, muted_key) INCLUDE (until);
ALTER TABLE sent ADD PRIMARY KEY (person_key, share_key);
ALTER TABLE hides ADD PRIMARY KEY (person_key, share_key) INCLUDE (reason, since);
ALTER TABLE saw ADD PRIMARY KEY (person_key, share_key) INCLUDE (at, opened_at);
ALTER TABLE saved ADD PRIMARY KEY (person_key, share_key);
ALTER TABLE rule ADD PRIMARY KEY (name) INCLUDE (value);
ALTER TABLE ranking ADD PRIMARY KEY (name);
CREATE INDEX person_walked ON person (person_key) INCLUDE (active, creator, bridge);
CREATE INDEX share_of_publisher ON share (publisher_key)
  INCLUDE (audience, published_at, expires_at, id, share_key, coupon_key) WHERE live;
CREATE INDEX coupon_offered ON coupon (coupon_key) INCLUDE (revoked_at, quota, shop_key, product_key);
CREATE INDEX claim_open ON claim (coupon_key, person_key) INCLUDE (id) WHERE returned_at IS NULL AND revoked_at IS NULL;
CREATE INDEX claim_judged ON claim (share_key) INCLUDE (verdict, verdict_at, completed_at) WHERE completed_at IS NOT NULL;
CREATE INDEX claim_of_person ON claim (person_key, share_key);
