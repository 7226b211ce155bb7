// A claim of an older graph gets the label `:Taken` while it counts: neither returned nor revoked.
//
// The label locks each claim before the instants are read, so a claim that somebody returns
// meanwhile ends without it. A second run changes nothing, and completes a run that was cut off.
//
// mode: schema
MATCH (claim:Claim)
CALL (claim) {
  SET claim:Taken
  WITH claim
  WHERE coalesce(claim.returned_at, claim.revoked_at) IS NOT NULL
  REMOVE claim:Taken
} IN TRANSACTIONS OF 5000 ROWS
