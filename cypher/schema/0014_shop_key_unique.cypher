// A platform knows a shop by one id.
//
// mode: schema
CREATE CONSTRAINT shop_key_unique IF NOT EXISTS
FOR (shop:Shop) REQUIRE shop.key IS UNIQUE
