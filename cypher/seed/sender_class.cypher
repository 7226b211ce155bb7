// Classes of senders, and how to treat each until its reader chooses otherwise.
//
// mode: write
// example: {"rows": [{"id": "strangers", "name_zh": "陌生人", "name_en": "Strangers",
//   "treated": "accept"}]}
// returns:
// columns: {"id": "key id", "name_zh": "text(1,40)", "name_en": "text(1,60)",
//   "treated": "one of accept|filter|drop"}
UNWIND $rows AS row
MERGE (class:SenderClass {id: row.id})
SET class += row
