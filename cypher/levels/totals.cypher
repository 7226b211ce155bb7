// What the lines that have matured add up to: for ever, and in the window that the score looks at.
//
// Buyers, shops and days are those of the lines that make the score.
//
// mode: read
// example: {"lines": [{"effective": 10, "matures_at": "2029-12-09T09:00:00Z", "household": "bob",
//   "shop": "ironworks", "day": "2029-12-09"}], "now": "2030-01-01T00:00:00Z"}
// returns: xp, score, buyers, shops, active_days
MATCH (window:Rule {name: 'score_window_days'})
WITH $now - duration({days: window.value}) AS since,
  [line IN $lines WHERE line.effective > 0 AND line.matures_at <= $now] AS earned
CALL (earned) {
  UNWIND earned AS line
  RETURN sum(line.effective) AS xp
}
CALL (earned, since) {
  UNWIND earned AS line
  WITH line WHERE line.matures_at > since
  RETURN
    sum(line.effective) AS score,
    count(DISTINCT line.household) AS buyers,
    count(DISTINCT line.shop) AS shops,
    count(DISTINCT line.day) AS active_days
}
RETURN xp, score, buyers, shops, active_days
