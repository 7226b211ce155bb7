// A person is `:Active` exactly while neither deactivated nor suspended.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (user:User)
WHERE user:Active <> (coalesce(user.deactivated_at, user.suspended_at) IS NULL)
WITH user.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
