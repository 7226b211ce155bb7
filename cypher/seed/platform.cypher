// Platforms, and the ways to open a coupon on each. Changes by an admin stay.
//
// mode: write
// example: {"rows": [{"id": "taobao", "name_zh": "淘宝", "name_en": "Taobao", "open_with": ["口令",
//   "link"]}]}
// returns:
// columns: {"id": "key id", "name_zh": "text(1,40)", "name_en": "text(1,40)",
//   "open_with": "some of code|link|口令|miniapp|qr"}
UNWIND $rows AS row
MERGE (platform:Platform {id: row.id})
WITH row, platform
WHERE platform.changed_at IS NULL
SET platform += row {.name_zh, .name_en, .open_with}
