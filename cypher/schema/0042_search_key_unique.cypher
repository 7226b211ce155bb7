// A text that a person searched for without a result is stored once.
//
// mode: schema
CREATE CONSTRAINT search_key_unique IF NOT EXISTS
FOR (search:Search) REQUIRE search.key IS UNIQUE
