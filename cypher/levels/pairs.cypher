// For each purchase of a friend: how often this buyer bought before, and how often I bought
// through that friend.
//
// Each pair of people is put in order once, then walked. A count never matters beyond the rule
// `pair_paid`, so it ends there. `$partners` holds the rows of levels/partners by person.
//
// mode: read
// example: {"user": "ada", "partners": {}}
// returns: pairs
MATCH (me:User {id: $user})
MATCH (days:Rule {name: 'pair_window_days'}), (paid:Rule {name: 'pair_paid'})
CALL (me) {
  MATCH (me)-[:GAINED]->(event:XpEvent {kind: 'friend_purchase'})
    -[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(other:User)
  RETURN event, other, true AS mine
  UNION ALL
  MATCH (me)-[:MADE]->(:Purchase)
    <-[:BECAUSE_OF]-(event:XpEvent {kind: 'friend_purchase'})<-[:GAINED]-(other:User)
  RETURN event, other, false AS mine
}
WITH days, paid, event, other, mine
WHERE event.voided_at IS NULL AND event.matures_at IS NOT NULL
WITH *, event.matures_at AS at, event.key AS key
ORDER BY at, key
WITH
  days.value AS days,
  range(1, paid.value) AS backs,
  coalesce($partners[other.id].household, other.id) AS household,
  collect({key: key, at: at, since: at - duration({days: days.value}), mine: mine}) AS lines
WITH *, [n IN range(0, size(lines) - 1) WHERE lines[n].mine] AS mine
WITH *, [n IN range(0, size(lines) - 1) WHERE NOT lines[n].mine] AS theirs
UNWIND range(0, size(mine) - 1) AS before
WITH *, lines[mine[before]] AS line, mine[before] - before AS theirs_before
RETURN collect({
  key: line.key,
  household: household,
  earlier: size([back IN backs
    WHERE back <= before AND lines[mine[before - back]].at > line.since]),
  returned: size([back IN backs
    WHERE back <= theirs_before AND lines[theirs[theirs_before - back]].at > line.since])
}) AS pairs
