// The names by which the words of a wish find a thing: of product, shop and category, as one text.
//
// mode: part
// takes: product, shop, kind
// gives: names
// example: {}
CALL (product, shop, kind) {
  WITH [product.name, shop.name, kind.name_zh, kind.name_en] AS every
  WITH reduce(text = '', name IN every | text + coalesce(name + ' ', '')) AS names
  RETURN names
}
