// My searches without a result, and the categories they seem to be about.
//
// mode: read
// example: {"me": "ada"}
// returns: text, at, times, categories
MATCH (:User {id: $me})-[:SEARCHED]->(search:Search)
RETURN
  search.text AS text,
  search.at AS at,
  search.times AS times,
  COLLECT {
    MATCH (search)-[:ABOUT]->(category:Category)
    RETURN category.id
    ORDER BY category.id
  } AS categories
ORDER BY at, text
