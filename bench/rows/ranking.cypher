// The weights and limits of the ranked feed.
//
// mode: read
// example: {}
// returns: name, proximity_percent, quality_percent, fresh_percent, expiring_percent,
//   direct_percent, friend_percent, circle_percent, bridge_percent, bridges_most, follow_percent,
//   confidence_percent, fresh_days, expiring_hours, not_interested_percent, ignored_shares,
//   ignored_percent
MATCH (ranking:Ranking)
RETURN ranking.name AS name, ranking.proximity_percent AS proximity_percent,
  ranking.quality_percent AS quality_percent, ranking.fresh_percent AS fresh_percent,
  ranking.expiring_percent AS expiring_percent, ranking.direct_percent AS direct_percent,
  ranking.friend_percent AS friend_percent, ranking.circle_percent AS circle_percent,
  ranking.bridge_percent AS bridge_percent, ranking.bridges_most AS bridges_most,
  ranking.follow_percent AS follow_percent, ranking.confidence_percent AS confidence_percent,
  ranking.fresh_days AS fresh_days, ranking.expiring_hours AS expiring_hours,
  ranking.not_interested_percent AS not_interested_percent,
  ranking.ignored_shares AS ignored_shares, ranking.ignored_percent AS ignored_percent
ORDER BY name
