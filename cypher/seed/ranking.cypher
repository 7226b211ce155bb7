// The numbers of the formula for the ranked feed and for search.
//
// `service/api/texts/why.py` explains each number.
//
// mode: write
// example: {"rows": [{"name": "circle", "proximity_percent": 100, "quality_percent": 80,
//   "fresh_percent": 60, "expiring_percent": 40, "text_percent": 120, "direct_percent": 120,
//   "friend_percent": 100, "circle_percent": 35, "bridge_percent": 15, "bridges_most": 7,
//   "follow_percent": 50, "confidence_percent": 196, "fresh_days": 7, "expiring_hours": 48,
//   "not_interested_percent": 70, "ignored_shares": 5, "ignored_percent": 50}]}
// returns:
// columns: {"name": "key one of circle", "proximity_percent": "int(0,1000)",
//   "quality_percent": "int(0,1000)", "fresh_percent": "int(0,1000)",
//   "expiring_percent": "int(0,1000)", "text_percent": "int(0,1000)",
//   "direct_percent": "int(0,1000)", "friend_percent": "int(0,1000)",
//   "circle_percent": "int(0,1000)", "bridge_percent": "int(0,1000)",
//   "bridges_most": "int(0,1000)", "follow_percent": "int(0,1000)",
//   "confidence_percent": "int(0,1000)", "fresh_days": "int(1,1000)",
//   "expiring_hours": "int(0,1000)", "not_interested_percent": "int(0,100)",
//   "ignored_shares": "int(1,1000)", "ignored_percent": "int(0,100)"}
UNWIND $rows AS row
MERGE (ranking:Ranking {name: row.name})
SET ranking += row
