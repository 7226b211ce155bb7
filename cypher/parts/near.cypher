// How near two people are within a circle: degree 1 for friends, 2 through a bridge.
//
// No row: they are further apart, or the same person, or a block stands between them.
//
// mode: part
// takes: me, asker
// gives: degree
// example: {}
CALL (me, asker) {
  WITH me, asker, CASE
    WHEN EXISTS { (me)-[:BLOCKS]-(asker) } THEN null
    WHEN EXISTS { (me)-[:FRIEND]-(asker) } THEN 1
    WHEN EXISTS {
      MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(asker)
      WHERE NOT bridge:NoBridge } THEN 2 END AS degree
  WHERE degree IS NOT NULL
  RETURN degree
}
