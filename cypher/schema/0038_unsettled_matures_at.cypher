// Unsettled lines of the ledger, by when they mature.
//
// mode: schema
CREATE INDEX unsettled_matures_at IF NOT EXISTS
FOR (event:Unsettled) ON (event.matures_at)
