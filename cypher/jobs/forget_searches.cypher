// Delete searches without a result that are too old to show a wish.
//
// mode: write
// example: {"now": "2030-01-01T00:00:00Z"}
// returns: forgotten
MATCH (kept:Rule {name: 'search_days'})
MATCH (search:Search)
WHERE search.at < $now - duration({days: kept.value})
WITH search
LIMIT 10000
DETACH DELETE search
RETURN count(*) AS forgotten
