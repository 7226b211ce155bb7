// A person has one credential.
//
// mode: schema
CREATE CONSTRAINT credential_user_id_unique IF NOT EXISTS
FOR (credential:Credential) REQUIRE credential.user_id IS UNIQUE
