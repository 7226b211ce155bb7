// Are giveaways fair: do people of each level win as often as the published odds say?
//
// Stated: the prizes times an entry's part of the total weight, at most one prize. Actual: the
// entries that the draw gave a prize. With few draws the two may differ by chance.
//
// mode: read
// picture: bar rank prizes odds
// title_zh: 免费送公平吗：实际中奖与公布的机会一致吗？
// zh: {"weeks": "最近几周", "rank": "等级", "odds": "口径", "entries": "参加次数", "people": "人数",
//   "prizes": "中奖数", "stated": "按公布的机会", "actual": "实际"}
// example: {"weeks": 52, "limit": 20, "now": "2030-01-01T00:00:00Z"}
// returns: rank, odds, entries, people, prizes
MATCH (least:Rule {name: 'least_group'})
MATCH (draw:Draw)<-[:DREW]-(giveaway:Giveaway)<-[:IN]-(entry:Entry)<-[:ENTERED]-(person:User)
WHERE $now - duration({weeks: $weeks}) <= draw.drawn_at <= $now
  AND giveaway.voided_at IS NULL AND entry.weight IS NOT NULL
WITH least, person, entry,
  1.0 * giveaway.quantity * entry.weight / giveaway.total_weight AS stated,
  CASE WHEN entry.place <= giveaway.quantity THEN 1 ELSE 0 END AS actual
WITH least, entry.level AS rank,
  count(entry) AS entries, count(DISTINCT person) AS people,
  sum(CASE WHEN stated < 1 THEN stated ELSE 1 END) AS stated,
  sum(actual) AS actual
WHERE people >= least.value
UNWIND [['stated', round(stated, 1)], ['actual', actual]] AS part
RETURN rank, part[0] AS odds, entries, people, toFloat(part[1]) AS prizes
ORDER BY rank, odds DESC
LIMIT $limit
