// Delete proofs of writes that no client asks about any more.
//
// mode: write
// example: {"before": "2029-12-31T00:00:00Z"}
// returns: forgotten
MATCH (op:Op)
WHERE op.at < $before
WITH op
LIMIT 10000
DETACH DELETE op
RETURN count(*) AS forgotten
