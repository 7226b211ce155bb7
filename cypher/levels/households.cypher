// Who of the people that someone trades with share a device, a payment or an address: one buyer together.
//
// Sharing is looked at one hop deep and among these people alone; it is a fact about people, so the state
// of their lines does not matter. Who shares with nobody is left out.
//
// mode: read
// example: {"user": "ada"}
// returns: person, household
MATCH (me:User {id: $user})
CALL (me) {
  MATCH (me)-[:GAINED]->(:XpEvent {kind: 'friend_purchase'})-[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(partner:User)
  RETURN partner
  UNION
  MATCH (me)-[:MADE]->(:Purchase)<-[:BECAUSE_OF]-(:XpEvent {kind: 'friend_purchase'})<-[:GAINED]-(partner:User)
  RETURN partner
}
MATCH (partner)-[:USES]->(identifier:Identifier)
WITH identifier, collect(partner.id) AS together
WHERE size(together) > 1
WITH collect(together) AS sharing
WITH reduce(households = [], together IN sharing |
  [household IN households WHERE none(id IN household WHERE id IN together)]
  + [reduce(joined = together, household IN households |
      joined + CASE WHEN any(id IN household WHERE id IN together) THEN household ELSE [] END)]) AS households
UNWIND households AS household
UNWIND household AS person
WITH household, person ORDER BY person
WITH household, collect(DISTINCT person) AS people
UNWIND people AS person
RETURN person, people[0] AS household
ORDER BY person
