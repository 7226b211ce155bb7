// Every photo has an id of its own.
//
// mode: schema
CREATE CONSTRAINT photo_id_unique IF NOT EXISTS
FOR (photo:Photo) REQUIRE photo.id IS UNIQUE
