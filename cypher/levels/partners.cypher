// A person's trading partners who share a device, a payment or an address: with each other, or with
// that person.
//
// Partners who share with each other are one buyer, named by `household`. `related` says that they
// share with the person. Sharing is looked at one hop deep and among these people alone. It is a
// fact about people, so the state of their lines does not matter. Partners who share with nobody
// are left out.
//
// mode: read
// example: {"user": "ada"}
// returns: person, household, related
MATCH (me:User {id: $user})
CALL (me) {
  MATCH (me)-[:GAINED]->(:XpEvent {kind: 'friend_purchase'})
    -[:BECAUSE_OF]->(:Purchase)<-[:MADE]-(partner:User)
  RETURN partner
  UNION
  MATCH (me)-[:MADE]->(:Purchase)
    <-[:BECAUSE_OF]-(:XpEvent {kind: 'friend_purchase'})<-[:GAINED]-(partner:User)
  RETURN partner
}
MATCH (partner)-[:USES]->(identifier:Identifier)
WITH me, identifier, collect(partner.id) AS together
WITH together, EXISTS { (me)-[:USES]->(identifier) } AS mine
WHERE mine OR size(together) > 1
WITH collect(together) AS sharing, collect(CASE WHEN mine THEN together ELSE [] END) AS with_me
WITH sharing, reduce(all = [], some IN with_me | all + some) AS related
WITH related, reduce(households = [], together IN sharing |
  [household IN households WHERE none(id IN household WHERE id IN together)]
  + [reduce(joined = together, household IN households | joined
      + CASE WHEN any(id IN household WHERE id IN together) THEN household ELSE [] END)]
) AS households
UNWIND households AS household
UNWIND household AS person
WITH related, household, person
ORDER BY person
WITH related, household, collect(DISTINCT person) AS people
UNWIND people AS person
RETURN person, people[0] AS household, person IN related AS related
ORDER BY person
