// The products of a shop I manage, by name, and which of them are heroes of an open offer.
//
// mode: read
// example: {"me": "max", "shop": "teahouse", "after": null, "after_id": null, "limit": 21,
//   "now": "2030-01-01T00:00:00Z"}
// returns: items
MATCH (:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
RETURN COLLECT {
  MATCH (shop)<-[:SOLD_BY]-(product:Product)-[:IN]->(category:Category)
  WHERE $after IS NULL
    OR product.name > $after
    OR (product.name = $after AND product.id > $after_id)
  RETURN product {
    .id,
    .name,
    .price_fen,
    .currency,
    category: category.id,
    hero: EXISTS {
      (shop)-[:RUNS]->(program:Program)-[:HERO]->(product)
      WHERE coalesce($now < program.ends_at, true)
    }
  }
  ORDER BY product.name, product.id
  LIMIT $limit
} AS items
