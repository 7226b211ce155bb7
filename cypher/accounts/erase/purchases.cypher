// What somebody bought stays, since others' copies and experience follow from it, without the platform's number of the order.
//
// mode: write
// example: {"user": "ian"}
// returns:
MATCH (:User {id: $user})-[:MADE]->(purchase:Purchase)-[:AT]->(:Shop)-[:ON]->(platform:Platform)
SET purchase.key = platform.id + ':erased:' + purchase.id
REMOVE purchase.claim_code
WITH purchase
MATCH (purchase)-[:EARNED]->(coupon:Coupon)
SET coupon.key = 'coupon:' + purchase.key
