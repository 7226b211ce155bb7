// The worth of my publications before the caps: less each time for the same shop within some days.
//
// A factor is what a line's points are divided by; with factor 0 the line counts nothing.
// `at` is when the line matures, in microseconds since 1970.
//
// mode: read
// example: {"user": "ada"}
// returns: lines
MATCH (repeat:Rule {name: 'repeat_divides_by'}), (paid:Rule {name: 'shop_paid'})
MATCH (days:Rule {name: 'shop_window_days'})
MATCH (:User {id: $user})-[:GAINED]->(event:XpEvent {kind: 'publish'})
  -[:BECAUSE_OF]->(:Share)-[:OFFERS]->(coupon:Coupon)
WHERE event.voided_at IS NULL
  AND event.matures_at IS NOT NULL
MATCH (coupon)-[:FOR]->(shop:Shop)
WITH *, event.matures_at AS at
ORDER BY at, event.key
WITH repeat.value AS divides_by, paid.value AS paid, shop.id AS shop,
  collect(event {
    .key, .kind, .raw, .matures_at,
    since: at - duration({days: days.value})
  }) AS lines
UNWIND range(0, size(lines) - 1) AS before
WITH *, lines[before] AS line
WITH *, size([back IN range(1, paid)
  WHERE back <= before AND lines[before - back].matures_at > line.since]) AS earlier
WITH *, CASE WHEN earlier < paid THEN toInteger(divides_by ^ earlier) ELSE 0 END AS repeat
RETURN collect(line {
  .key,
  .kind,
  at: line.matures_at.epochSeconds * 1000000 + line.matures_at.microsecond,
  shop: shop,
  repeat: repeat,
  points: CASE WHEN repeat = 0 THEN 0 ELSE line.raw / repeat END
}) AS lines
