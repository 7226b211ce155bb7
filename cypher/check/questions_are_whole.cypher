// Each question is about one share. It comes from one person other than its publisher,
// or from a message of the publisher about that share.
//
// mode: read
// example: {}
// returns: offenders, examples
MATCH (question:Question)
WHERE COUNT { (question)-[:ABOUT]->(:Share) } <> 1
  OR COUNT { (question)<-[:POSED]-(:User) } + COUNT { (question)-[:FROM]->(:Message) } <> 1
  OR EXISTS { (question)<-[:POSED]-(:User)-[:PUBLISHED]->(:Share)<-[:ABOUT]-(question) }
  OR EXISTS {
    MATCH (question)-[:FROM]->(message:Message)
    WHERE NOT EXISTS {
      MATCH (message)-[:IN]->(:Thread)-[:ABOUT]->(share:Share)<-[:ABOUT]-(question)
      WHERE EXISTS { (message)<-[:WROTE]-(:User)-[:PUBLISHED]->(share) }
    }
  }
  OR (question.answer IS NULL) <> (question.answered_at IS NULL)
WITH question.id AS offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
