// One page of the notifications in `every`, each in the reader's language.
//
// mode: part
// takes: every
// gives: items
// example: {"ask": {"before": null, "before_key": null, "limit": 21, "filtered": false,
//   "language": "en"}}
CALL (every) {
  WITH [one IN every WHERE one.fresh AND one.filtered = $ask.filtered
    AND ($ask.before IS NULL OR one.newest_at < $ask.before
      OR (one.newest_at = $ask.before AND one.key > $ask.before_key))][..$ask.limit] AS page
  WITH [one IN page | one {
    .key, .kind, .count, .newest_at, .read,
    about: CASE WHEN one.id IS NOT NULL THEN {kind: one.words.about, id: one.id} END,
    text: replace(replace(replace(
      one.words[CASE one.count WHEN 1 THEN 'one_' ELSE 'many_' END + $ask.language],
      '{count}', toString(one.count)),
      '{name}', one.name),
      '{points}', toString(coalesce(one.points, 0)))
  }] AS items
  RETURN items
}
