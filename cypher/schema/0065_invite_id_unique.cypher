// Each invite has its own id.
//
// mode: schema
CREATE CONSTRAINT invite_id_unique IF NOT EXISTS
FOR (invite:Invite) REQUIRE invite.id IS UNIQUE
