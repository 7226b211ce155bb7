// A message as the subject of a report by either of its two people, whatever has come between them.
//
// mode: read
// example: {"me": "ada", "id": "gus-to-ada"}
// returns: owner
MATCH (:User {id: $me})-[:TALKS_IN]->(:Thread)<-[:IN]-(:Message {id: $id})<-[:WROTE]-(owner:User)
RETURN owner.id AS owner
