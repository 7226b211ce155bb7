// Withdraw a person's shares and empty their words; friends' copies stay good.
//
// mode: write
// example: {"user": "ian", "now": "2031-01-01T00:00:00Z"}
// returns:
MATCH (:User {id: $user})-[:PUBLISHED]->(share:Share)
SET share += {
  note: '',
  cons: null,
  used_for_days: null,
  withdrawn_at: coalesce(share.withdrawn_at, $now)
}
REMOVE share:Live
WITH share
CALL (share) {
  MATCH (share)-[:SAID]->(revision:Revision)
  DETACH DELETE revision
}
CALL (share) {
  MATCH (question:Question)-[:ABOUT]->(share)
  WHERE question.answer IS NOT NULL
  SET question.answer = '', question.withdrawn_at = coalesce(question.withdrawn_at, $now)
}
