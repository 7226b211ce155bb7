// An invite belongs to one person, has the hash of its code, and ends after it begins.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (invite:Invite)
WHERE COUNT { (invite)<-[:INVITES_WITH]-(:User) } <> 1
  OR invite.code_hash IS NULL
  OR NOT coalesce(invite.created_at < invite.expires_at, false)
WITH coalesce(invite.id, '?') AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
