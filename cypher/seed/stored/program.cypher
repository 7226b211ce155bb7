// The stored programs among these, as rows of program.csv.
//
// mode: read
// example: {"ids": ["teahouse-program"]}
// returns: id, shop, quota
MATCH (program:Program)<-[:RUNS]-(shop:Shop)
WHERE program.id IN $ids
RETURN program.id AS id, shop.id AS shop, program.quota AS quota
ORDER BY id
