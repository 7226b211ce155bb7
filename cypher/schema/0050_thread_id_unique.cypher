// Each thread has its own id.
//
// mode: schema
CREATE CONSTRAINT thread_id_unique IF NOT EXISTS
FOR (thread:Thread) REQUIRE thread.id IS UNIQUE
