// People by when their level was last computed.
//
// mode: schema
CREATE INDEX user_derived_at IF NOT EXISTS
FOR (user:User) ON (user.derived_at)
