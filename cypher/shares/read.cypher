// One share as I may see it, with what stands in the way of claiming it.
//
// No row: the session has ended. The audience is told to the publisher only.
//
// mode: read
// example: {"session": "ada-session", "share": "bob-kettle", "now": "2030-01-01T00:00:00Z"}
// returns: refused, id, note, cons, used_for_days, audience, published_at, edited_at, expires_at, ad_label, version,
//   degree, via, mutual_count, bridges, publisher, shop, product, platform, terms, quota, remaining, claimed,
//   claimable, reason, photos, reply
MATCH (me:User:Active)-[:SIGNED_IN]->(session:Session {token_hash: $session}) WHERE $now < session.expires_at
MATCH (most:Rule {name: 'open_claims'})
OPTIONAL MATCH (publisher:User:Active)-[:PUBLISHED]->(share:Share:Live {id: $share})-[:OFFERS]->(coupon:Coupon)
WHERE share.published_at <= $now AND coupon.revoked_at IS NULL AND $now < coupon.claim_by
  AND NOT EXISTS { (me)-[:BLOCKS]-(publisher) }
WITH me, most, publisher, share, coupon, COLLECT {
  MATCH (me)-[:FRIEND]-(bridge:Active)-[:FRIEND]-(publisher) WHERE NOT bridge:NoBridge
  RETURN bridge ORDER BY bridge.id } AS bridges
WITH *, CASE
  WHEN me = publisher THEN 'self'
  WHEN share.audience IN ['friends', 'circle', 'public'] AND EXISTS { (me)-[:FRIEND]-(publisher) } THEN 'friend'
  WHEN share.audience IN ['circle', 'public'] AND size(bridges) > 0 THEN 'circle'
  WHEN share.audience = 'public' AND publisher:Creator AND EXISTS { (me)-[:FOLLOWS]->(publisher) } THEN 'follow'
  WHEN EXISTS { (share)-[:SENT_TO]->(me) } THEN 'direct' END AS via
OPTIONAL MATCH (coupon)-[:FOR]->(shop:Shop)-[:ON]->(platform:Platform)
OPTIONAL MATCH (coupon)<-[:EARNED]-(:Purchase)-[:OF]->(product:Product)-[:IN]->(category:Category)
OPTIONAL MATCH (mine:Claim {key: coupon.id + ':' + me.id})
WITH *, coupon.quota - COUNT { (coupon)<-[:OFFERS]-(:Share)<-[:FROM]-(copy:Claim)
    WHERE copy.returned_at IS NULL AND copy.revoked_at IS NULL } AS remaining,
  CASE WHEN mine.returned_at IS NULL AND mine.revoked_at IS NULL THEN mine.id END AS claimed
WITH *, CASE
  WHEN via = 'self' THEN 'own_share'
  WHEN claimed IS NOT NULL THEN 'claimed'
  WHEN mine.revoked_at IS NOT NULL THEN 'revoked'
  WHEN EXISTS { (coupon)-[:UNDER]->(program:Program) WHERE program.ends_at <= $now } THEN 'no_program'
  WHEN remaining <= 0 THEN 'exhausted'
  WHEN most.value <= COUNT { (me)-[:CLAIMED]->(open:Claim) WHERE open.returned_at IS NULL AND open.revoked_at IS NULL
    AND $now < open.use_by AND NOT EXISTS { (open)<-[:REDEEMED]-() } } THEN 'claim_limit' END AS reason
RETURN CASE WHEN via IS NULL THEN 'not_found' END AS refused, share.id AS id, share.note AS note, share.cons AS cons, share.used_for_days AS used_for_days,
  CASE via WHEN 'self' THEN share.audience END AS audience, share.published_at AS published_at,
  share.edited_at AS edited_at, share.expires_at AS expires_at, share.ad_label AS ad_label, share.version AS version,
  CASE via WHEN 'self' THEN 0 WHEN 'friend' THEN 1 WHEN 'circle' THEN 2 END AS degree, via, size(bridges) AS mutual_count,
  [bridge IN bridges WHERE bridge.bridge = 'named' | bridge {.id, .display_name}][..3] AS bridges,
  publisher {.id, .display_name, creator: publisher:Creator} AS publisher, shop {.id, .name} AS shop,
  product {.id, .name, category: category.id} AS product, platform {.id, .name_zh, .name_en, .open_with} AS platform,
  coupon {.kind, .value, .max_off_fen, .min_spend_fen, .currency, .use_days} AS terms, coupon.quota AS quota,
  remaining, claimed, reason IS NULL AS claimable, reason,
  COLLECT { MATCH (share)-[shows:SHOWS]->(photo) RETURN photo.id ORDER BY shows.place LIMIT 4 } AS photos,
  head([(share)<-[:TO]-(reply:Reply) WHERE reply.withdrawn_at IS NULL AND reply.hidden_at IS NULL |
    reply {.id, .text, .at, .edited_at}]) AS reply
