// Lines of the ledger that were voided and are not taken in yet.
//
// mode: schema
CREATE INDEX unsettled_voided_at IF NOT EXISTS
FOR (event:Unsettled) ON (event.voided_at)
