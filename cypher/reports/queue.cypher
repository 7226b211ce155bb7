// Reports for moderators, the oldest first: reporter, thing, its owner, and how many others say the
// same.
//
// Of talk between two people it shows nothing but the message that one of them reported.
//
// mode: read
// example: {"open": true, "kind": null, "category": null, "after": null, "after_id": null,
//   "limit": 21}
// returns: id, kind, category, text, at, resolved_at, outcome, reporter, owner, about, others
MATCH (reporter:User)-[:FILED]->(report:Report)-[:ABOUT]->(target)
WHERE (report.resolved_at IS NULL) = $open AND ($kind IS NULL OR report.kind = $kind)
  AND ($category IS NULL OR report.category = $category)
  AND ($after IS NULL OR report.at > $after OR (report.at = $after AND report.id > $after_id))
WITH * ORDER BY report.at, report.id LIMIT $limit
OPTIONAL MATCH (target:Action)-[:ON]->(judged)
WITH *, coalesce(judged, target) AS thing
// part: parts/owner
RETURN
  report.id AS id, report.kind AS kind, report.category AS category, report.text AS text,
  report.at AS at, report.resolved_at AS resolved_at, report.outcome AS outcome,
  reporter {.id, .handle, .display_name} AS reporter,
  owner {.id, .handle, .display_name} AS owner,
  {id: target.id, action: [target IN [target] WHERE target:Action | target.kind][0],
    photos: COLLECT {
      MATCH (thing)-[shows:SHOWS]->(photo) RETURN photo.id ORDER BY shows.place LIMIT 4 },
    text: coalesce(thing.note, thing.text, thing.display_name, thing.name), answer: thing.answer,
    state: CASE
      WHEN coalesce(thing.removed_at, thing.suspended_at) IS NOT NULL THEN 'removed'
      WHEN thing.hidden_at IS NOT NULL THEN 'hidden'
      WHEN thing.held_at IS NOT NULL THEN 'held'
      WHEN coalesce(thing.withdrawn_at, thing.deactivated_at) IS NOT NULL THEN 'withdrawn'
      ELSE 'shown' END} AS about,
  COUNT { (other:Report)-[:ABOUT]->(target)
    WHERE other <> report AND other.resolved_at IS NULL } AS others
ORDER BY at, id
