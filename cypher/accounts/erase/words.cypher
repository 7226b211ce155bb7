// What somebody wrote elsewhere loses its words: messages, questions, wishes, replies and reports.
//
// mode: write
// example: {"user": "ian", "now": "2031-01-01T00:00:00Z"}
// returns:
MATCH (:User {id: $user})-[:WROTE|POSED|WISHED|REPLIED|FILED]->(said)
SET said.text = CASE WHEN said.text IS NULL THEN null ELSE '' END
FOREACH (question IN CASE WHEN said:Question THEN [said] ELSE [] END |
  SET question.withdrawn_at = coalesce(question.withdrawn_at, $now))
FOREACH (reply IN CASE WHEN said:Reply THEN [said] ELSE [] END |
  SET reply.withdrawn_at = coalesce(reply.withdrawn_at, $now))
FOREACH (wish IN CASE WHEN said:Wish THEN [said] ELSE [] END |
  SET wish.closed_at = coalesce(wish.closed_at, $now), wish.pattern = '')
WITH said
MATCH (said)<-[answers:ANSWERS]-(:Share)
DELETE answers
