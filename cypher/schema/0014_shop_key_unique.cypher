// A shop is known to its platform by one id.
//
// mode: schema
CREATE CONSTRAINT shop_key_unique IF NOT EXISTS
FOR (shop:Shop) REQUIRE shop.key IS UNIQUE
