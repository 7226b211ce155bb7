// Lines of a person's ledger, without which friend bought what, and when.
//
// Times are days: the days of the caps.
//
// mode: read
// example: {"user": "ada", "keys": ["pub:ada-kettle-coupon"], "now": "2030-01-01T00:00:00Z"}
// returns: key, kind, name_zh, name_en, per_day, raw, state, occurred_on, matures_on, voided_on,
//   void_reason, void_note, share_id
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
WITH duration({hours: begins.value}) AS ahead
MATCH (:User {id: $user})-[:GAINED]->(event:XpEvent)
WHERE event.key IN $keys
MATCH (rule:XpRule {kind: event.kind})
RETURN
  event.key AS key,
  event.kind AS kind,
  rule.name_zh AS name_zh,
  rule.name_en AS name_en,
  rule.per_day AS per_day,
  event.raw AS raw,
  CASE
    WHEN event.voided_at IS NOT NULL THEN 'voided'
    WHEN event.matures_at <= $now THEN 'matured'
    ELSE 'pending'
  END AS state,
  date(event.occurred_at + ahead) AS occurred_on,
  date(event.matures_at + ahead) AS matures_on,
  date(event.voided_at + ahead) AS voided_on,
  event.void_reason AS void_reason,
  event.void_note AS void_note,
  coalesce(
    [(event)-[:BECAUSE_OF]->(share:Share) | share.id][0],
    [(event)-[:BECAUSE_OF]->(:Thread)-[:ABOUT]->(share:Share) | share.id][0]
  ) AS share_id
ORDER BY event.matures_at DESC, key
