// A platform account is stored once, so it belongs to one person.
//
// mode: schema
CREATE CONSTRAINT platform_account_key_unique IF NOT EXISTS
FOR (platform_account:PlatformAccount) REQUIRE platform_account.key IS UNIQUE
