// A kind of notification has one row of words.
//
// mode: schema
CREATE CONSTRAINT notification_kind_unique IF NOT EXISTS
FOR (kind:NotificationKind) REQUIRE kind.kind IS UNIQUE
