// What a person is told under one key is one notification.
//
// mode: schema
CREATE CONSTRAINT notification_key_unique IF NOT EXISTS
FOR (notification:Notification) REQUIRE notification.key IS UNIQUE
