// The categories.
//
// mode: read
// example: {}
// returns: category_key, id, name_zh, name_en
MATCH (category:Category)
RETURN category.id AS category_key, category.id AS id, category.name_zh AS name_zh,
  category.name_en AS name_en
ORDER BY id
