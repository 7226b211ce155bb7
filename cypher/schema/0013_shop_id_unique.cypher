// A shop has one id.
//
// mode: schema
CREATE CONSTRAINT shop_id_unique IF NOT EXISTS
FOR (shop:Shop) REQUIRE shop.id IS UNIQUE
