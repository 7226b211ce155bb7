// A product is known to its platform by one id.
//
// mode: schema
CREATE CONSTRAINT product_key_unique IF NOT EXISTS
FOR (product:Product) REQUIRE product.key IS UNIQUE
