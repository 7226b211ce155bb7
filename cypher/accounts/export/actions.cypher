// Actions of moderators on me or my things, with their reasons.
//
// mode: read
// example: {"me": "ada"}
// returns: id, kind, reason, at
MATCH (me:User {id: $me})
CALL (me) {
  MATCH (me)<-[:ON]-(action:Action)
  RETURN action
  UNION
  MATCH (me)-[:PUBLISHED|WROTE|POSED|REPLIED|GAINED]->()<-[:ON]-(action:Action)
  RETURN action
}
RETURN DISTINCT action.id AS id, action.kind AS kind, action.reason AS reason, action.at AS at
ORDER BY at, id
