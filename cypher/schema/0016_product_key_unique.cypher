// A platform knows a product by one id.
//
// mode: schema
CREATE CONSTRAINT product_key_unique IF NOT EXISTS
FOR (product:Product) REQUIRE product.key IS UNIQUE
