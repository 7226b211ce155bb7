// Change a share of mine; when its words change, the earlier ones are kept.
//
// Only the properties in `changes` change. `photos` are those that it shows from now on; null
// leaves them. The version moves only when something did, so the same change sent again is no
// conflict.
//
// mode: write
// example: {"me": "ada", "share": "ada-kettle", "version": null,
//   "changes": {"audience": "friends"}, "photos": null, "op": "op-1",
//   "now": "2030-01-01T00:00:00Z"}
// returns: refused
MATCH (publisher:User:Active {id: $me})-[:PUBLISHED]->(share:Share {id: $share})
SET share.lock = $op
WITH publisher, share, properties(share) AS had
SET share += $changes
WITH *, COLLECT {
  MATCH (share)-[shows:SHOWS]->(photo) RETURN photo.id ORDER BY shows.place LIMIT 4 } AS shown
WITH publisher, share, had,
  properties(share) <> had OR coalesce($photos <> shown, false) AS changed,
  any(word IN ['note', 'cons', 'used_for_days'] WHERE
    coalesce(toString(share[word]), '') <> coalesce(toString(had[word]), '')) AS reworded
FOREACH (_ IN CASE WHEN reworded THEN [1] ELSE [] END |
  CREATE (share)-[:SAID]->(revision:Revision {replaced_at: $now})
  SET revision += had {.note, .cons, .used_for_days}, share.edited_at = $now)
SET share.version = had.version + CASE WHEN changed THEN 1 ELSE 0 END
RETURN CASE
  WHEN share.withdrawn_at IS NOT NULL OR share.removed_at IS NOT NULL THEN 'wrong_state'
  WHEN share.held_at IS NOT NULL THEN 'held'
  WHEN changed AND had.version <> $version THEN 'stale_version'
  WHEN share.audience = 'public' AND NOT publisher:Creator THEN 'creators_only'
END AS refused
