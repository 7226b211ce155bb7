// A category has one id.
//
// mode: schema
CREATE CONSTRAINT category_id_unique IF NOT EXISTS
FOR (category:Category) REQUIRE category.id IS UNIQUE
