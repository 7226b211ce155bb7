// Ended sessions are found and dropped.
//
// mode: schema
CREATE INDEX session_expires_at IF NOT EXISTS
FOR (session:Session) ON (session.expires_at)
