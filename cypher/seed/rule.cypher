// The other numbers of the domain, by name.
//
// mode: write
// example: {"rows": [{"name": "friends", "value": 1000, "about": "friends a person may have"}]}
// returns:
// columns: {"name": "key id", "value": "int(0,1000000000)", "about": "text(1,200)"}
UNWIND $rows AS row
MERGE (rule:Rule {name: row.name})
SET rule += row {.value, .about}
