// Merchants and the shops they manage.
//
// mode: write
// example: {"rows": [{"user": "max", "shop": "teahouse"}]}
// returns:
// columns: {"user": "key -> user", "shop": "key -> shop"}
UNWIND $rows AS row
MATCH (user:User {id: row.user}), (shop:Shop {id: row.shop})
MERGE (user)-[:MANAGES]->(shop)
