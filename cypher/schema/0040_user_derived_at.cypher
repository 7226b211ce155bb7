// People whose level was not looked at for long are found by when it was.
//
// mode: schema
CREATE INDEX user_derived_at IF NOT EXISTS
FOR (user:User) ON (user.derived_at)
