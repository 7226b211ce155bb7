// Actions by their instant.
//
// mode: schema
CREATE INDEX action_at IF NOT EXISTS
FOR (action:Action) ON (action.at, action.id)
