// Categories of products.
//
// mode: write
// example: {"rows": [{"id": "kitchen", "name_zh": "厨房用品", "name_en": "Kitchen"}]}
// returns:
// columns: {"id": "key id", "name_zh": "text(1,40)", "name_en": "text(1,40)"}
UNWIND $rows AS row
MERGE (category:Category {id: row.id})
SET category += row {.name_zh, .name_en}
