// Keep a person's purchases, without the platform's order numbers.
//
// Copies and experience of other people follow from these purchases.
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
