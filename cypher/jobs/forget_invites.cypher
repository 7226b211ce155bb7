// Delete expired invites.
//
// mode: write
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (invite:Invite)
WHERE invite.expires_at <= $now
WITH invite
LIMIT 10000
DETACH DELETE invite
RETURN count(*) AS forgotten
