// Each thread is about one share and joins its publisher with one asker; only they write in it.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (thread:Thread)
  WHERE COUNT { (thread)-[:ABOUT]->(:Share) } <> 1
    OR COUNT { (thread)<-[:TALKS_IN]-(:User) } <> 2
    OR COUNT {
      (thread)<-[:TALKS_IN {asks: false}]-(:User)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(thread)
    } <> 1
    OR NOT EXISTS {
      MATCH (thread)<-[:TALKS_IN {asks: true}]-(asker:User)
      WHERE thread.key = [(thread)-[:ABOUT]->(share:Share) | share.id][0] + ':' + asker.id
    }
    OR NOT EXISTS { (thread)<-[:IN]-(:Message) }
    OR thread.accepted_at IS NOT NULL AND thread.declined_at IS NOT NULL
  RETURN thread.id AS offender
  UNION ALL
  MATCH (message:Message)
  WHERE COUNT { (message)-[:IN]->(:Thread) } <> 1
    OR COUNT { (message)<-[:WROTE]-(:User) } <> 1
    OR NOT EXISTS { (message)<-[:WROTE]-(:User)-[:TALKS_IN]->(:Thread)<-[:IN]-(message) }
  RETURN message.id AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
