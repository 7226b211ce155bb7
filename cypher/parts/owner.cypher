// Whose `thing` a report or an act of a moderator is about: a person, or a person's share, words or
// points.
//
// mode: part
// takes: thing
// gives: owner
// example: {}
CALL (thing) {
  WITH CASE WHEN thing:User THEN thing ELSE coalesce(
    [(owner:User)-[:PUBLISHED|WROTE|POSED|WISHED|REPLIED|GAINED]->(thing) | owner][0],
    [(thing)-[:FROM]->(:Message)<-[:WROTE]-(owner:User) | owner][0]) END AS owner
  RETURN owner
}
