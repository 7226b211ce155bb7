// The products.
//
// mode: read
// example: {}
// returns: product_key, id, name, category_key
MATCH (product:Product)-[:IN]->(category:Category)
RETURN product.id AS product_key, product.id AS id, product.name AS name,
  category.id AS category_key
ORDER BY id
