// A coupon has one id.
//
// mode: schema
CREATE CONSTRAINT coupon_id_unique IF NOT EXISTS
FOR (coupon:Coupon) REQUIRE coupon.id IS UNIQUE
