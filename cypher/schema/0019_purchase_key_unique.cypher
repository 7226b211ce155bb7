// An order of a platform is one purchase.
//
// mode: schema
CREATE CONSTRAINT purchase_key_unique IF NOT EXISTS
FOR (purchase:Purchase) REQUIRE purchase.key IS UNIQUE
