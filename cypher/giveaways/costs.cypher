// The cost of faking each level: its gates, and the cheapest order that gives experience.
//
// `orders` assumes that each order gives the most: a friend's purchase and its verdict.
//
// mode: read
// example: {}
// returns: level, accounts, orders, order_fen, account_fen, lost_percent, turnout_percent
MATCH (account:Rule {name: 'fake_account_fen'})
MATCH (lost:Rule {name: 'fake_order_lost_percent'})
MATCH (paid:Rule {name: 'min_paid_fen'})
MATCH (turnout:Rule {name: 'giveaway_turnout_percent'})
MATCH (bought:XpRule {kind: 'friend_purchase'})
MATCH (judged:XpRule {kind: 'helpful'})
MATCH (level:Level)
WITH *, bought.raw + judged.raw AS earned
RETURN
  level.rank AS level,
  1 + level.buyers AS accounts,
  (level.score + earned - 1) / earned AS orders,
  paid.value AS order_fen,
  account.value AS account_fen,
  lost.value AS lost_percent,
  turnout.value AS turnout_percent
ORDER BY level
