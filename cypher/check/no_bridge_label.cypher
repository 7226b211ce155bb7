// A person is `:NoBridge` exactly when they have switched the bridge off.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (user:User)
WHERE user:NoBridge <> (coalesce(user.bridge, '') = 'off')
WITH user.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
