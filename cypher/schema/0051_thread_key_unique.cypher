// One thread for each share and asker.
//
// mode: schema
CREATE CONSTRAINT thread_key_unique IF NOT EXISTS
FOR (thread:Thread) REQUIRE thread.key IS UNIQUE
