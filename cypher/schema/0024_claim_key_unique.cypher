// A person has one claim on a coupon.
//
// mode: schema
CREATE CONSTRAINT claim_key_unique IF NOT EXISTS
FOR (claim:Claim) REQUIRE claim.key IS UNIQUE
