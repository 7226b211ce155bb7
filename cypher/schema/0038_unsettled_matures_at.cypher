// Lines of the ledger that mature and are not taken in yet are found by when they do.
//
// mode: schema
CREATE INDEX unsettled_matures_at IF NOT EXISTS
FOR (event:Unsettled) ON (event.matures_at)
