// Levels: the score and the gates that open each, and what it gives.
//
// mode: write
// example: {"rows": [{"rank": 0, "name_zh": "新友", "name_en": "Newcomer", "score": 0, "buyers": 0,
//   "shops": 0, "active_days": 0, "draw_weight": 1, "quota": 5, "direct_sends": 3,
//   "chat_requests": 1, "video_seconds": 15}]}
// returns:
// columns: {"rank": "key int(0,99)", "name_zh": "text(1,40)", "name_en": "text(1,40)",
//   "score": "int(0,1000000)", "buyers": "int(0,1000)", "shops": "int(0,1000)",
//   "active_days": "int(0,1000)", "draw_weight": "int(1,100)", "quota": "int(1,1000)",
//   "direct_sends": "int(0,1000)", "chat_requests": "int(0,1000)", "video_seconds": "int(0,3600)"}
UNWIND $rows AS row
MERGE (level:Level {rank: row.rank})
SET level += row
