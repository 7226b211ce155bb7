// Each photo has its own id.
//
// mode: schema
CREATE CONSTRAINT photo_id_unique IF NOT EXISTS
FOR (photo:Photo) REQUIRE photo.id IS UNIQUE
