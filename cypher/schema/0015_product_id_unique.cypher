// A product has one id.
//
// mode: schema
CREATE CONSTRAINT product_id_unique IF NOT EXISTS
FOR (product:Product) REQUIRE product.id IS UNIQUE
