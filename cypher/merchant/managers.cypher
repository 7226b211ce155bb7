// The managers of a shop, by handle.
//
// mode: read
// example: {"shop": "teahouse"}
// returns: items
MATCH (shop:Shop {id: $shop})
RETURN COLLECT {
  MATCH (user:User)-[:MANAGES]->(shop)
  RETURN user {.id, .handle, .display_name}
  ORDER BY user.handle
  LIMIT 100
} AS items
