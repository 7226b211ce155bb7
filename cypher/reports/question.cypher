// A question, with its answer, as the subject of a report by someone who may read it.
//
// `owner` wrote it; for its asker, `owner` is who answered.
//
// mode: read
// example: {"me": "ada", "id": "gus-asks-ada-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me})
MATCH (author:User)-[:PUBLISHED]->(share:Share)<-[:ABOUT]-(question:Question {id: $id})
OPTIONAL MATCH (asker:User)-[:POSED]->(question)
// part: optional parts/sight
WITH * WHERE me IN [author, asker]
  OR (way IS NOT NULL AND question.answered_at IS NOT NULL
    AND question.withdrawn_at IS NULL AND question.hidden_at IS NULL)
RETURN CASE me WHEN asker THEN author.id ELSE coalesce(asker.id, author.id) END AS owner
