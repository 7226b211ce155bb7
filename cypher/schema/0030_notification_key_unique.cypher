// A notification has one key.
//
// mode: schema
CREATE CONSTRAINT notification_key_unique IF NOT EXISTS
FOR (notification:Notification) REQUIRE notification.key IS UNIQUE
