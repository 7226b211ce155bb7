// A platform knows a claim by one code.
//
// mode: schema
CREATE CONSTRAINT claim_code_unique IF NOT EXISTS
FOR (claim:Claim) REQUIRE claim.code IS UNIQUE
