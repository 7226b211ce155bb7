// The words of a share before an edit.
//
// mode: write
// example: {"rows": [{"share": "ada-kettle", "replaced_at": "2029-12-24T00:00:00Z",
//   "note": "Boils a litre in four minutes, and the lid closes well."}]}
// returns:
// columns: {"share": "key -> share", "replaced_at": "key instant", "note": "text(20,2000)",
//   "cons": "text(1,500)?", "used_for_days": "int(0,36500)?"}
UNWIND $rows AS row
MATCH (share:Share {id: row.share})
MERGE (share)-[:SAID]->(revision:Revision {replaced_at: row.replaced_at})
SET revision += row {.note, .cons, .used_for_days}
