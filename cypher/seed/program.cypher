// Shops' offers to the friends of their buyers.
//
// mode: write
// example: {"rows": [{"id": "zed-program", "shop": "teahouse", "kind": "percent", "value": 10,
//   "max_off_fen": 5000, "min_spend_fen": 0, "currency": "CNY", "quota": 10, "claim_days": 30,
//   "use_days": 14, "hero_only": false, "starts_at": "2029-01-01T00:00:00Z", "restore": true}]}
// returns:
// columns: {"id": "key id", "shop": "-> shop", "kind": "one of fixed|percent",
//   "value": "int(1,10000000)", "max_off_fen": "fen?", "min_spend_fen": "fen",
//   "currency": "one of CNY", "quota": "int(1,1000)", "claim_days": "int(1,365)",
//   "use_days": "int(1,365)", "monthly_budget": "int(0,1000000)?", "hero_only": "bool",
//   "starts_at": "instant", "ends_at": "instant?", "restore": "bool", "gifted": "bool?"}
UNWIND $rows AS row
MATCH (shop:Shop {id: row.shop})
MERGE (program:Program {id: row.id})
SET program += row {
  .kind, .value, .max_off_fen, .min_spend_fen, .currency, .quota, .claim_days, .use_days,
  .monthly_budget, .hero_only, .starts_at, .ends_at, .restore, .gifted
}
MERGE (shop)-[:RUNS]->(program)
