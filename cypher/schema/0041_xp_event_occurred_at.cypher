// Lines of the ledger by when they occurred, for reviews of the last weeks.
//
// mode: schema
CREATE INDEX xp_event_occurred_at IF NOT EXISTS FOR (event:XpEvent) ON (event.occurred_at)
