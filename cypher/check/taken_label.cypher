// A claim is `:Taken` exactly while it counts: neither returned nor revoked.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (claim:Claim)
WHERE claim:Taken <> (coalesce(claim.returned_at, claim.revoked_at) IS NULL)
WITH claim.id AS offender ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
