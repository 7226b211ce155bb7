// Change my account; null leaves a value as it is.
//
// The version moves only when a value changes, so the same change sent again is no conflict.
//
// mode: write
// example: {"me": "ada", "version": null, "display_name": "Ada L", "locale": null, "bridge": "off",
//   "discoverable": null, "op": "op-1"}
// returns: refused, version
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me, me.version AS read, me {.display_name, .locale, .bridge, .discoverable} AS had
WITH me, read, had, {
  display_name: coalesce($display_name, had.display_name),
  locale: coalesce($locale, had.locale),
  bridge: coalesce($bridge, had.bridge),
  discoverable: coalesce($discoverable, had.discoverable)
} AS wanted
REMOVE me:NoBridge
SET
  me += wanted,
  me:$(CASE wanted.bridge WHEN 'off' THEN ['NoBridge'] ELSE [] END),
  me.version = CASE WHEN wanted = had THEN read ELSE read + 1 END
RETURN
  CASE WHEN wanted <> had AND read <> $version THEN 'stale_version' END AS refused,
  me.version AS version
