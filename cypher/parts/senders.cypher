// The senders of a notification, each with how I treat what they send: accept, filter or drop.
//
// `policy` has how I treat strangers and newcomers, and the instants by which an account has grown
// up and a declined friend request has rested.
//
// mode: part
// takes: me, notification, policy
// gives: senders
// example: {"now": "2030-01-01T00:00:00Z"}
CALL (me, notification, policy) {
  MATCH (notification)-[:FROM]->(sender:User)
  WITH *, EXISTS { (me)-[:FRIEND]-(sender) } AS friend
  WITH sender, CASE
    WHEN NOT sender:Active OR EXISTS { (me)-[:BLOCKS]-(sender) } THEN 'drop'
    WHEN EXISTS {
      (me)-[mute:MUTES]->(sender) WHERE coalesce($now < mute.until, true) } THEN 'drop'
    WHEN notification.kind = 'friend_request' AND NOT EXISTS {
      (me)<-[request:ASKED]-(sender)
      WHERE $now < request.expires_at AND coalesce(
        request.declined_at < request.at AND request.declined_at <= policy.rested, true)
    } THEN 'drop'
    WHEN friend THEN 'accept'
    WHEN policy.strangers <> 'accept'
      AND NOT EXISTS { (me)-[:FRIEND]-(:Active)-[:FRIEND]-(sender) } THEN policy.strangers
    WHEN sender.created_at > policy.grown THEN policy.newcomers
    ELSE 'accept' END AS treated
  ORDER BY sender.id
  WITH collect({name: sender.display_name, treated: treated}) AS senders
  RETURN senders
}
