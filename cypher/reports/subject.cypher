// Lock a report that waits, and return what it is about: the thing and its owner.
//
// An appeal is about the thing that was judged.
//
// mode: write
// example: {"admin": "amy", "report": "report-1", "op": "op-1"}
// returns: refused, kind, thing, owner
MATCH (report:Report {id: $report})-[:ABOUT]->(target)
SET report.lock = $op
WITH report, target
OPTIONAL MATCH (target:Action)-[:ON]->(judged)
WITH report, coalesce(judged, target) AS thing
// part: parts/owner
RETURN
  CASE
    WHEN report.resolved_at IS NOT NULL THEN 'wrong_state'
    WHEN owner.id = $admin THEN 'self' END AS refused,
  CASE
    WHEN thing:User THEN 'user'
    WHEN thing:Share THEN 'share'
    WHEN thing:Message THEN 'message'
    WHEN thing:Question THEN 'question'
    WHEN thing:Wish THEN 'wish'
    WHEN thing:Reply THEN 'reply'
    ELSE 'other' END AS kind,
  coalesce(thing.id, thing.key) AS thing,
  owner.id AS owner
LIMIT 1
