// A purchase earns one coupon.
//
// mode: schema
CREATE CONSTRAINT coupon_key_unique IF NOT EXISTS
FOR (coupon:Coupon) REQUIRE coupon.key IS UNIQUE
