// People from whom one may wish to hear less, and how they are treated until one says so.
//
// mode: write
// example: {"rows": [{"id": "strangers", "name_zh": "陌生人", "name_en": "Strangers", "treated": "accept"}]}
// returns:
// columns: {"id": "key id", "name_zh": "text(1,40)", "name_en": "text(1,60)", "treated": "one of accept|filter|drop"}
UNWIND $rows AS row
MERGE (class:SenderClass {id: row.id})
SET class += row
