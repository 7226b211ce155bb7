// Each thread has an id of its own.
//
// mode: schema
CREATE CONSTRAINT thread_id_unique IF NOT EXISTS
FOR (thread:Thread) REQUIRE thread.id IS UNIQUE
