// Lock a report that waits, and tell what it is about: the thing, and whose it is. An appeal is about what was judged.
//
// mode: write
// example: {"admin": "amy", "report": "report-1", "op": "op-1"}
// returns: refused, kind, thing, owner
MATCH (report:Report {id: $report})-[:ABOUT]->(target)
SET report.lock = $op
WITH report, target
OPTIONAL MATCH (target:Action)-[:ON]->(judged)
WITH report, coalesce(judged, target) AS thing
WITH *, CASE WHEN thing:User THEN thing.id ELSE coalesce([(owner:User)-[:PUBLISHED|WROTE|POSED|WISHED|REPLIED|GAINED]->(thing) | owner.id][0],
  [(thing)-[:FROM]->(:Message)<-[:WROTE]-(owner:User) | owner.id][0]) END AS owner
RETURN CASE
    WHEN report.resolved_at IS NOT NULL THEN 'wrong_state'
    WHEN owner = $admin THEN 'self' END AS refused,
  CASE WHEN thing:User THEN 'user' WHEN thing:Share THEN 'share' WHEN thing:Message THEN 'message'
    WHEN thing:Question THEN 'question' WHEN thing:Wish THEN 'wish' WHEN thing:Reply THEN 'reply' ELSE 'other' END AS kind,
  coalesce(thing.id, thing.key) AS thing,
  owner
LIMIT 1
