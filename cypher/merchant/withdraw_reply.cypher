// Withdraw the reply of a shop I manage to a share.
//
// mode: write
// example: {"me": "max", "share": "bob-oolong", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (:User:Active:Merchant {id: $me})-[:MANAGES]->(:Shop)
  <-[:FOR]-(:Coupon)<-[:OFFERS]-(share:Share)<-[:TO]-(reply:Reply {key: $share})
SET reply.withdrawn_at = coalesce(reply.withdrawn_at, $now)
RETURN reply.id AS id
