// A giveaway for reviewers: its proposer, the actions on it, and its winners.
//
// mode: read
// example: {"giveaway": "kettles"}
// returns: proposer, actions, winners, left_out
MATCH (proposer:User)-[:PROPOSED]->(giveaway:Giveaway {id: $giveaway})
RETURN
  proposer {.id, .display_name, .level} AS proposer,
  COLLECT {
    MATCH (giveaway)<-[:ON]-(action:Action)
    OPTIONAL MATCH (action)<-[:TOOK]-(actor:User)
    RETURN action {.kind, .reason, .at, actor_id: actor.id}
    ORDER BY action.at, action.id
  } AS actions,
  COLLECT {
    MATCH (giveaway)<-[:IN]-(entry:Entry)<-[:ENTERED]-(person:User)
    WHERE entry.won_at IS NOT NULL
    RETURN entry {
      .pseudonym,
      .place,
      .won_at,
      user_id: person.id,
      display_name: person.display_name
    }
    ORDER BY entry.place
  } AS winners,
  COUNT { (giveaway)<-[:IN]-(entry:Entry) WHERE entry.left_out IS NOT NULL } AS left_out
