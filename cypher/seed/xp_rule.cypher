// The worth of each kind of ledger line, and how much of it counts in one day.
//
// mode: write
// example: {"rows": [{"kind": "publish", "name_zh": "发布体验", "name_en": "Published",
//   "raw": 10, "bonus": 5, "per_day": 40}]}
// returns:
// columns: {"kind": "key one of publish|friend_purchase|helpful|answer",
//   "name_zh": "text(1,40)", "name_en": "text(1,40)", "raw": "int(1,1000)",
//   "raw_follow": "int(0,1000)?", "bonus": "int(0,1000)?", "per_day": "int(1,10000)"}
UNWIND $rows AS row
MERGE (rule:XpRule {kind: row.kind})
SET rule += row
