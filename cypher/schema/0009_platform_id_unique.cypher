// A platform has one id.
//
// mode: schema
CREATE CONSTRAINT platform_id_unique IF NOT EXISTS
FOR (platform:Platform) REQUIRE platform.id IS UNIQUE
