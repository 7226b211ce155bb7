// The numbers of the ranked feed's formula, the same for everybody.
//
// mode: read
// example: {}
// returns: ranking, rules
MATCH (ranking:Ranking {name: 'circle'})
RETURN
  ranking {.*} AS ranking,
  COLLECT {
    MATCH (rule:Rule)
    WHERE rule.name IN ['feed_candidates', 'feed_window', 'feed_per_publisher', 'feed_per_shop',
      'least_group', 'seen_shares']
    RETURN rule {.name, .value} ORDER BY rule.name
  } AS rules
