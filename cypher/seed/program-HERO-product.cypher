// The hero products of programs.
//
// mode: write
// example: {"rows": [{"program": "teahouse-program", "product": "oolong"}]}
// returns:
// columns: {"program": "key -> program", "product": "key -> product"}
UNWIND $rows AS row
MATCH (program:Program {id: row.program}), (product:Product {id: row.product})
MERGE (program)-[:HERO]->(product)
