// Notifications by when they last changed, to delete old ones.
//
// mode: schema
CREATE INDEX notification_newest_at IF NOT EXISTS FOR (notification:Notification) ON (notification.newest_at)
