// The offer of a shop I manage to its sharers: the latest one open or planned, else the last one.
//
// mode: read
// example: {"me": "max", "shop": "teahouse", "now": "2030-01-01T00:00:00Z"}
// returns: shop, program, version
MATCH (:User:Active:Merchant {id: $me})-[:MANAGES]->(shop:Shop {id: $shop})
RETURN
  shop {.id, .name} AS shop,
  head(COLLECT {
    MATCH (shop)-[:RUNS]->(program:Program)
    WITH program, CASE
      WHEN program.ends_at <= $now THEN 'ended'
      WHEN $now < program.starts_at THEN 'planned'
      ELSE 'running'
    END AS state
    ORDER BY state = 'ended', program.starts_at DESC, program.id
    LIMIT 1
    RETURN program {
      .id, .kind, .value, .max_off_fen, .min_spend_fen, .currency,
      .quota, .claim_days, .use_days, .monthly_budget, .hero_only,
      .starts_at, .ends_at, .restore,
      gifted: coalesce(program.gifted, false),
      state: state,
      heroes: COLLECT {
        MATCH (program)-[:HERO]->(hero:Product)
        RETURN hero.id
        ORDER BY hero.id
      }
    }
  }) AS program,
  COUNT { (shop)-[:RUNS]->(:Program)<-[:ON]-(:Action) } AS version
