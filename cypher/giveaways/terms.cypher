// The rules of the house that a new giveaway copies.
//
// mode: read
// example: {"profile": "standard"}
// returns: odds, account_days, winner_days
MATCH (account:Rule {name: 'giveaway_account_days'})
MATCH (winner:Rule {name: 'giveaway_winner_days'})
MATCH (level:Level)
WITH account, winner, level
ORDER BY level.rank
RETURN
  collect(CASE $profile WHEN 'strict' THEN 1 ELSE level.draw_weight END) AS odds,
  account.value AS account_days,
  winner.value AS winner_days
