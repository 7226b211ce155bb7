// Unsettled lines of the ledger that were voided.
//
// mode: schema
CREATE INDEX unsettled_voided_at IF NOT EXISTS
FOR (event:Unsettled) ON (event.voided_at)
