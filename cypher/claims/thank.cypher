// Thank the sharer of a copy I used. Only this shows the sharer my name.
//
// mode: write
// example: {"me": "cy", "claim": "cy-ada-kettle", "op": "op-1", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id
MATCH (me:User:Active {id: $me})-[:CLAIMED]->(claim:Claim {id: $claim})-[:FROM]->(share:Share)
OPTIONAL MATCH (publisher:User:Active)-[:PUBLISHED]->(share)
WHERE NOT EXISTS { (publisher)-[:BLOCKS]-(me) }
SET publisher.lock = $op
WITH me, claim, publisher
CALL (me, claim, publisher) {
  WITH *
  WHERE publisher IS NOT NULL
    AND NOT EXISTS {
      (publisher)-[mute:MUTES]->(me) WHERE mute.until IS NULL OR $now < mute.until
    }
  MERGE (notification:Notification {key: publisher.id + ':thanks:' + claim.id})
    ON CREATE SET notification += {kind: 'thanks', count: 1, newest_at: $now}
  MERGE (publisher)-[:TOLD]->(notification)
  MERGE (notification)-[:FROM]->(me)
  MERGE (notification)-[:ABOUT]->(claim)
}
SET claim.thanked_at = coalesce(claim.thanked_at, $now)
RETURN
  CASE WHEN NOT EXISTS { (claim)<-[:REDEEMED]-(:Purchase) } THEN 'not_redeemed' END AS refused,
  claim.id AS id
