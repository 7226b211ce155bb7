// The sums of the matured lines: experience for ever, and the score of the current window.
//
// `$lines` are the lines that count something. Buyers, shops and days belong to the lines of the
// score. `at` is in microseconds since 1970.
//
// mode: read
// example: {"lines": [{"effective": 10, "at": 1891587600000000, "household": "bob",
//   "shop": "ironworks"}], "now": "2030-01-01T00:00:00Z"}
// returns: xp, score, buyers, shops, active_days
MATCH (window:Rule {name: 'score_window_days'})
MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
WITH
  $now.epochSeconds * 1000000 + $now.microsecond AS now,
  window.value * 86400000000 AS window,
  begins.value * 3600 AS ahead
WITH *, [line IN $lines WHERE line.at <= now] AS earned
CALL (earned, now, window, ahead) {
  UNWIND earned AS line
  WITH line, ahead
  WHERE line.at > now - window
  RETURN
    sum(line.effective) AS score,
    count(DISTINCT line.household) AS buyers,
    count(DISTINCT line.shop) AS shops,
    count(DISTINCT (line.at / 1000000 + ahead) / 86400) AS active_days
}
RETURN
  reduce(xp = 0, line IN earned | xp + line.effective) AS xp,
  score,
  buyers,
  shops,
  active_days
