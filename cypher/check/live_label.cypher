// A share is `:Live` exactly while it is published and not withdrawn, held or removed.
//
// An expired share may have lost the label already; see jobs/expire_shares.
//
// mode: read
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: offenders, examples
MATCH (share:Share)
WITH share, share.published_at IS NOT NULL
  AND coalesce(share.withdrawn_at, share.held_at, share.removed_at) IS NULL AS live
WHERE live <> share:Live AND NOT (live AND share.expires_at <= $now)
WITH share.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
