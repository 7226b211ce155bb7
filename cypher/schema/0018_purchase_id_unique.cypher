// A purchase has one id.
//
// mode: schema
CREATE CONSTRAINT purchase_id_unique IF NOT EXISTS
FOR (purchase:Purchase) REQUIRE purchase.id IS UNIQUE
