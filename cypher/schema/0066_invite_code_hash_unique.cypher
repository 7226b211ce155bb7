// The hash of an invite code is stored once.
//
// mode: schema
CREATE CONSTRAINT invite_code_hash_unique IF NOT EXISTS
FOR (invite:Invite) REQUIRE invite.code_hash IS UNIQUE
