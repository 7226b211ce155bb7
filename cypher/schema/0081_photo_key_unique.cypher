// The same picture of the same person is one photo.
//
// mode: schema
CREATE CONSTRAINT photo_key_unique IF NOT EXISTS
FOR (photo:Photo) REQUIRE photo.key IS UNIQUE
