// Empty a person's messages, questions, wishes, replies and reports.
//
// mode: write
// example: {"user": "ian", "now": "2031-01-01T00:00:00Z"}
// returns:
MATCH (:User {id: $user})-[:WROTE|POSED|WISHED|REPLIED|FILED]->(words)
SET words.text = CASE WHEN words.text IS NULL THEN null ELSE '' END
FOREACH (question IN CASE WHEN words:Question THEN [words] ELSE [] END |
  SET question.withdrawn_at = coalesce(question.withdrawn_at, $now))
FOREACH (reply IN CASE WHEN words:Reply THEN [words] ELSE [] END |
  SET reply.withdrawn_at = coalesce(reply.withdrawn_at, $now))
FOREACH (wish IN CASE WHEN words:Wish THEN [words] ELSE [] END |
  SET wish.closed_at = coalesce(wish.closed_at, $now), wish.pattern = '')
WITH words
MATCH (words)<-[answers:ANSWERS]-(:Share)
DELETE answers
