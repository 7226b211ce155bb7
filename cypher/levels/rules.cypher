// The numbers of experience and levels, in one row.
//
// mode: read
// example: {}
// returns: levels, kinds, numbers
RETURN
  COLLECT {
    MATCH (level:Level)
    RETURN level {.*}
    ORDER BY level.rank
  } AS levels,
  COLLECT {
    MATCH (rule:XpRule)
    RETURN rule {.kind, .name_zh, .name_en, .raw, .raw_follow, .bonus, .per_day}
    ORDER BY rule.kind
  } AS kinds,
  COLLECT {
    MATCH (rule:Rule)
    RETURN rule {.name, .value}
    ORDER BY rule.name
  } AS numbers
