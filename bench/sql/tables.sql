-- Tables with the rows of the graph. A column that ends in _key has a number in place of an id.
CREATE TABLE person (
  person_key integer PRIMARY KEY, id text NOT NULL, display_name text NOT NULL, bridge text NOT NULL,
  active boolean NOT NULL, creator boolean NOT NULL
);
CREATE TABLE session (token_hash text NOT NULL, person_key integer NOT NULL, expires_at timestamptz NOT NULL);
CREATE TABLE friend (person_key integer NOT NULL, friend_key integer NOT NULL);
CREATE TABLE reaches (friend_key integer NOT NULL, publisher_key integer NOT NULL);
CREATE TABLE follows (person_key integer NOT NULL, creator_key integer NOT NULL);
CREATE TABLE blocks (person_key integer NOT NULL, other_key integer NOT NULL);
CREATE TABLE mutes (person_key integer NOT NULL, kind text NOT NULL, muted_key integer NOT NULL, until timestamptz);
CREATE TABLE platform (
  platform_key integer PRIMARY KEY, id text NOT NULL, name_zh text NOT NULL, name_en text NOT NULL, open_with text[] NOT NULL
);
CREATE TABLE category (category_key integer PRIMARY KEY, id text NOT NULL, name_zh text NOT NULL, name_en text NOT NULL);
CREATE TABLE shop (shop_key integer PRIMARY KEY, id text NOT NULL, name text, platform_key integer NOT NULL);
CREATE TABLE product (product_key integer PRIMARY KEY, id text NOT NULL, name text, category_key integer NOT NULL);
CREATE TABLE coupon (
  coupon_key integer PRIMARY KEY, shop_key integer NOT NULL, product_key integer NOT NULL, quota integer, kind text NOT NULL,
  value integer NOT NULL, max_off_fen integer, min_spend_fen integer NOT NULL, currency text NOT NULL, use_days integer NOT NULL,
  revoked_at timestamptz
);
CREATE TABLE share (
  share_key integer PRIMARY KEY, id text NOT NULL, publisher_key integer NOT NULL, coupon_key integer NOT NULL,
  live boolean NOT NULL, audience text NOT NULL, note text NOT NULL, cons text, used_for_days integer,
  published_at timestamptz, edited_at timestamptz, expires_at timestamptz, ad_label boolean NOT NULL, version integer NOT NULL
);
CREATE TABLE sent (person_key integer NOT NULL, share_key integer NOT NULL);
CREATE TABLE claim (
  id text NOT NULL, person_key integer NOT NULL, share_key integer NOT NULL, coupon_key integer NOT NULL,
  returned_at timestamptz, revoked_at timestamptz, verdict text, verdict_at timestamptz, completed_at timestamptz
);
CREATE TABLE hides (person_key integer NOT NULL, share_key integer NOT NULL, reason text, since timestamptz);
CREATE TABLE saw (person_key integer NOT NULL, share_key integer NOT NULL, at timestamptz NOT NULL, opened_at timestamptz);
CREATE TABLE saved (person_key integer NOT NULL, share_key integer NOT NULL);
CREATE TABLE rule (name text NOT NULL, value integer NOT NULL);
CREATE TABLE ranking (
  name text NOT NULL, proximity_percent integer NOT NULL, quality_percent integer NOT NULL, fresh_percent integer NOT NULL,
  expiring_percent integer NOT NULL, direct_percent integer NOT NULL, friend_percent integer NOT NULL,
  circle_percent integer NOT NULL, bridge_percent integer NOT NULL, bridges_most integer NOT NULL,
  follow_percent integer NOT NULL, confidence_percent integer NOT NULL, fresh_days integer NOT NULL,
  expiring_hours integer NOT NULL, not_interested_percent integer NOT NULL, ignored_shares integer NOT NULL,
  ignored_percent integer NOT NULL
);
