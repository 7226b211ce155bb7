// A share as the subject of a report, by whoever may see it, has a copy or spoke of it.
//
// mode: read
// example: {"me": "ada", "id": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me})
MATCH (owner:User)-[:PUBLISHED]->(share:Share {id: $id})-[:OFFERS]->(coupon:Coupon)
WHERE me = owner
  OR EXISTS { (me)-[:CLAIMED]->(:Claim)-[:FROM]->(share) }
  OR EXISTS { (me)-[:TALKS_IN]->(:Thread)-[:ABOUT]->(share) }
  OR (owner:Active AND share:Live AND share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
    AND NOT EXISTS { (me)-[:BLOCKS]-(owner) }
    AND CASE
      WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(owner) } THEN true
      WHEN share.audience IN ['circle', 'public'] AND EXISTS {
        MATCH (me)-[:FRIEND]-(bridge:User:Active)-[:FRIEND]-(owner) WHERE NOT bridge:NoBridge } THEN true
      WHEN share.audience = 'public' AND owner:Creator AND EXISTS { (me)-[:FOLLOWS]->(owner) } THEN true
      ELSE EXISTS { (share)-[:SENT_TO]->(me) } END)
RETURN owner.id AS owner
