// Each text is remembered once for each person who searched for it in vain.
//
// mode: schema
CREATE CONSTRAINT search_key_unique IF NOT EXISTS
FOR (search:Search) REQUIRE search.key IS UNIQUE
