// The people, shops and categories that I mute now, as one list: a list query reads them once.
//
// mode: part
// takes: me
// gives: muted
// example: {"now": "2030-01-01T00:00:00Z"}
CALL (me) {
  WITH COLLECT {
    MATCH (me)-[mute:MUTES]->(target) WHERE coalesce($now < mute.until, true) RETURN target
  } AS muted
  RETURN muted
}
