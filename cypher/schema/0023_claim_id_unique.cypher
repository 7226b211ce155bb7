// A claim has one id.
//
// mode: schema
CREATE CONSTRAINT claim_id_unique IF NOT EXISTS
FOR (claim:Claim) REQUIRE claim.id IS UNIQUE
