// The derived edges between these people and their friends with a share to show.
//
// `replan` forces a new plan each time. A plan from a small graph would read every share for every
// friend; so would a plan that seeks shares by their label and instant.
//
// mode: write
// example: {"users": ["ada", "bob"]}
// returns:
CYPHER replan=force
UNWIND $users AS id
MATCH (user:User {id: id})-[:FRIEND]-(friend:User)
UNWIND [[user, friend], [friend, user]] AS pair
WITH DISTINCT pair[0] AS friend, pair[1] AS publisher
WHERE EXISTS {
  MATCH (publisher)-[:PUBLISHED]->(share)
  WHERE share.published_at IS NOT NULL AND share.withdrawn_at IS NULL
}
MERGE (friend)-[:REACHES]->(publisher)
