// Change which notifications I want. Kinds and classes without a new value keep theirs.
//
// One unknown kind or class refuses the whole change.
//
// mode: write
// example: {"me": "ada", "kinds": {"thanks": "drop"}, "senders": {"strangers": "filter"},
//   "op": "op-1"}
// returns: refused
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me,
  COLLECT { MATCH (kind:NotificationKind) WHERE kind.kind IN keys($kinds) RETURN kind } AS kinds,
  COLLECT { MATCH (class:SenderClass) WHERE class.id IN keys($senders) RETURN class } AS classes
CALL (me, kinds, classes) {
  UNWIND [kind IN kinds | [kind, $kinds[kind.kind]]]
    + [class IN classes | [class, $senders[class.id]]] AS pair
  WITH me, pair[0] AS choice, pair[1] AS treated
  MERGE (me)-[wants:WANTS]->(choice)
  SET wants.treated = treated
}
RETURN CASE
  WHEN size(kinds) < size(keys($kinds)) THEN 'no_such_choice'
  WHEN size(classes) < size(keys($senders)) THEN 'no_such_choice'
  WHEN any(kind IN kinds WHERE NOT kind.can_be_off AND $kinds[kind.kind] = 'drop')
    THEN 'no_such_choice'
END AS refused
