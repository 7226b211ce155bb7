// The rows of an import that name an unknown platform, shop, product or category.
//
// mode: read
// example: {"rows": [{"n": 3, "field": "category", "label": "Category", "key": "nonsense"}]}
// returns: n, field
UNWIND $rows AS row
WITH row
WHERE NOT EXISTS { (:Platform {id: row.key}) WHERE row.label = 'Platform' }
  AND NOT EXISTS { (:Category {id: row.key}) WHERE row.label = 'Category' }
  AND NOT EXISTS { (:Shop {key: row.key}) WHERE row.label = 'Shop' }
  AND NOT EXISTS { (:Product {key: row.key}) WHERE row.label = 'Product' }
RETURN row.n AS n, row.field AS field
ORDER BY n, field
