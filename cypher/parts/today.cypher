// The instant at which today began, for limits by the day: at midnight where the rules say days
// begin.
//
// mode: part
// gives: today
// example: {"now": "2030-01-01T00:00:00Z"}
CALL () {
  MATCH (begins:Rule {name: 'day_starts_hours_before_utc'})
  WITH duration({hours: begins.value}) AS ahead
  WITH datetime.truncate('day', $now + ahead) - ahead AS today
  RETURN today
}
