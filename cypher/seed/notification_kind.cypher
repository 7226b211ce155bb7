// The kinds of notifications, in both languages: `one` for a single thing, `many` for several.
//
// A kind without a row never shows. In a text {count}, {name} and {points} stand for the values of
// the notification.
//
// mode: write
// example: {"rows": [{"kind": "thanks", "name_zh": "感谢", "name_en": "Thanks", "about": "claim",
//   "can_be_off": true, "one_zh": "{name} 道谢", "many_zh": "{name} 道谢",
//   "one_en": "{name} says thanks", "many_en": "{name} says thanks"}]}
// returns:
// columns: {"kind": "key id", "name_zh": "text(1,40)", "name_en": "text(1,60)", "about": "id?",
//   "can_be_off": "bool", "one_zh": "text(1,100)", "many_zh": "text(1,100)",
//   "one_en": "text(1,100)", "many_en": "text(1,100)"}
UNWIND $rows AS row
MERGE (kind:NotificationKind {kind: row.kind})
SET kind += row
