// A request that nobody has accepted has one message.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (thread:Thread)
WHERE thread.accepted_at IS NULL AND COUNT { (thread)<-[:IN]-(:Message) } <> 1
WITH thread.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
