// Every invite has an id of its own.
//
// mode: schema
CREATE CONSTRAINT invite_id_unique IF NOT EXISTS
FOR (invite:Invite) REQUIRE invite.id IS UNIQUE
