// Copies by when they end, to notify their holders in time.
//
// mode: schema
CREATE INDEX claim_use_by IF NOT EXISTS FOR (claim:Claim) ON (claim.use_by)
