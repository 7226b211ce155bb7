// Faults for the town of test_checks.py: which check finds what, and the change that it finds.

// claims_within_quota: bob-kettle-coupon
MATCH (coupon:Coupon) SET coupon.quota = 1

// claims_within_quota: bob-kettle-coupon
MATCH (coupon:Coupon) SET coupon.quota = null

// kept_within_limit: ada - bob-kettle
MATCH (ada:User {id: 'ada'}), (share:Share {id: 'bob-kettle'}) CREATE (ada)-[:SAVED]->(share)

// wishes_are_whole: eve-wants-lamp
MATCH (:User)-[wished:WISHED]->(:Wish {id: 'eve-wants-lamp'}) DELETE wished

// wishes_are_whole: eve-wants-lamp
MATCH (wish:Wish {id: 'eve-wants-lamp'}) SET wish.expires_at = wish.created_at

// wishes_are_whole: eve-wants-lamp
MATCH (share:Share {id: 'bob-kettle'}), (wish:Wish {id: 'eve-wants-lamp'}) CREATE (share)-[:ANSWERS]->(wish)

// one_claim_each: again
MATCH (share:Share {id: 'bob-kettle'})
MATCH (ada:User {id: 'ada'})
CREATE (ada)-[:CLAIMED]->(:Claim:Taken {id: 'again', key: 'again', claimed_at: $now})-[:FROM]->(share)

// friendship_stored_once: ada - bob
MATCH (ada:User {id: 'ada'}), (bob:User {id: 'bob'}) CREATE (bob)-[:FRIEND]->(ada)

// edges_stored_once: ada REACHES bob
MATCH (ada:User {id: 'ada'}), (bob:User {id: 'bob'}) CREATE (ada)-[:REACHES]->(bob)

// no_self_edges: cy MUTES
MATCH (cy:User {id: 'cy'}) CREATE (cy)-[:MUTES]->(cy)

// reaches_wide_enough: cy -> bob
MATCH (:User {id: 'cy'})-[reaches:REACHES]->() DELETE reaches

// notes/reaches_to_spare: bob -> ada
MATCH (ada:User {id: 'ada'}), (bob:User {id: 'bob'}) CREATE (bob)-[:REACHES]->(ada)

// reaches_friends_only: dee -> bob
MATCH (dee:User {id: 'dee'}), (bob:User {id: 'bob'}) CREATE (dee)-[:REACHES]->(bob)

// blocks_end_ties: dee - eve
MATCH (dee:User)-[:BLOCKS]->(eve) CREATE (eve)-[:FRIEND]->(dee)

// blocks_end_ties: dee - eve
MATCH (dee:User)-[:BLOCKS]->(eve) CREATE (eve)-[:FOLLOWS]->(dee)

// blocks_end_ties: dee - eve
MATCH (dee:User)-[:BLOCKS]->(eve) CREATE (eve)-[:ASKED]->(dee)

// friends_within_limit: bob
MATCH (bob:User {id: 'bob'})
UNWIND range(1, 999) AS n
CREATE (one:User:Active {id: 'n' + n, handle: 'n' + n})-[:FRIEND]->(bob)
CREATE (one)-[:REACHES]->(bob)

// kept_within_limit: ada - bob-kettle
MATCH (ada:User {id: 'ada'}), (share:Share {id: 'bob-kettle'})
CREATE (ada)-[:HIDES {since: $now, reason: 'bored'}]->(share)

// live_label: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) SET share.withdrawn_at = $now

// live_label: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) SET share.held_at = $now

// live_label: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) SET share.removed_at = $now

// live_label: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) SET share.published_at = null

// live_label: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) REMOVE share:Live

// revoked_coupons_withdraw: bob-kettle
MATCH (:Share {id: 'bob-kettle'})-[:OFFERS]->(coupon) SET coupon.revoked_at = $now

// revoked_coupons_withdraw: bob-kettle
MATCH (share:Share {id: 'bob-kettle'})-[:OFFERS]->(coupon)
SET coupon.revoked_at = $now, share.held_at = $now
REMOVE share:Live

// shares_end_with_coupons: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) SET share.expires_at = share.expires_at + duration('P1D')

// shares_end_with_coupons: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) SET share.expires_at = null

// active_label: ada
MATCH (ada:User {id: 'ada'}) SET ada.suspended_at = $now

// active_label: max
MATCH (max:User {id: 'max'}) SET max:Active

// no_bridge_label: ada
MATCH (ada:User {id: 'ada'}) SET ada.bridge = 'off'

// no_bridge_label: ned
MATCH (ned:User {id: 'ned'}) REMOVE ned:NoBridge

// redemption: ada-kettle-order, cy-kettle-order
MATCH (claim:Claim {id: 'cy-bob-kettle'})
MATCH (other:Purchase {id: 'ada-kettle-order'})
CREATE (other)-[:REDEEMED]->(claim)

// redemption: cy-kettle-order
MATCH (claim:Claim {id: 'cy-bob-kettle'}) SET claim.returned_at = $now REMOVE claim:Taken

// taken_label: ada-bob-kettle
MATCH (claim:Claim {id: 'ada-bob-kettle'}) SET claim.returned_at = $now

// taken_label: ada-bob-kettle
MATCH (claim:Claim {id: 'ada-bob-kettle'}) SET claim.revoked_at = $now

// taken_label: ada-bob-kettle
MATCH (claim:Claim {id: 'ada-bob-kettle'}) REMOVE claim:Taken

// redemption: cy-kettle-order
MATCH (order:Purchase {id: 'cy-kettle-order'})-[at:AT]->(), (shop:Shop {id: 'lamp-shop'})
DELETE at
CREATE (order)-[:AT]->(shop)

// instants_go_forward: bob-kettle
MATCH (share:Share {id: 'bob-kettle'}) SET share.edited_at = $now - duration('P99D')

// instants_go_forward: cy-bob-kettle
MATCH (claim:Claim {id: 'cy-bob-kettle'}) SET claim.use_by = claim.claimed_at

// instants_go_forward: cy-bob-kettle
MATCH (claim:Claim {id: 'cy-bob-kettle'}) SET claim.verdict_at = $now - duration('P99D')

// instants_go_forward: bob-kettle-order
MATCH (order:Purchase {id: 'bob-kettle-order'}) SET order.completed_at = $now - duration('P99D')

// instants_go_forward: ada-lamp-coupon
MATCH (coupon:Coupon {id: 'ada-lamp-coupon'}) SET coupon.use_until = coupon.earned_at

// instants_go_forward: pub:bob-kettle-coupon
MATCH (event:XpEvent {kind: 'publish'}) SET event.matures_at = $now - duration('P99D')

// instants_go_forward: mugs
MATCH (draw:Draw) SET draw.drawn_at = $now - duration('P99D')

// shares_are_whole: loose
MATCH (ada:User {id: 'ada'}) CREATE (ada)-[:PUBLISHED]->(:Share {id: 'loose'})

// shares_are_whole: bob-kettle
MATCH (share:Share {id: 'bob-kettle'})
MATCH (dee:User {id: 'dee'})
CREATE (dee)-[:PUBLISHED]->(share)

// claims_are_whole: loose
MATCH (ada:User {id: 'ada'}) CREATE (ada)-[:CLAIMED]->(:Claim:Taken {id: 'loose', key: 'loose'})

// coupons_are_whole: ada-lamp-coupon
MATCH (coupon:Coupon {id: 'ada-lamp-coupon'})-[under:UNDER]->() DELETE under

// coupons_are_whole: ada-lamp-coupon
MATCH (:Coupon {id: 'ada-lamp-coupon'})<-[earned:EARNED]-() DELETE earned

// purchases_are_whole: ada-kettle-order
MATCH (order:Purchase {id: 'ada-kettle-order'})<-[made:MADE]-() DELETE made

// purchases_are_whole: ada-kettle-order
MATCH (:Purchase {id: 'ada-kettle-order'})-[of:OF]->() DELETE of

// ledger_is_whole: pub:bob-kettle-coupon
MATCH (event:XpEvent {kind: 'publish'})-[because:BECAUSE_OF]->() DELETE because

// ledger_is_whole: pub:bob-kettle-coupon
MATCH (event:XpEvent {kind: 'publish'}), (dee:User {id: 'dee'}) CREATE (dee)-[:GAINED]->(event)

// ledger_is_whole: pub:bob-kettle-coupon
MATCH (event:XpEvent {kind: 'publish'}) SET event.voided_at = $now

// experience_given_once: pub:bob-kettle-coupon, twice
MATCH (share:Share {id: 'bob-kettle'})
MATCH (bob:User {id: 'bob'})
CREATE (bob)-[:GAINED]->(:XpEvent {key: 'twice', kind: 'publish'})-[:BECAUSE_OF]->(share)

// experience_given_once: buy:cy-kettle-order
MATCH (event:XpEvent {kind: 'friend_purchase'})<-[gained:GAINED]-(), (dee:User {id: 'dee'})
DELETE gained
CREATE (dee)-[:GAINED]->(event)

// accounts_are_whole: loose
CREATE (:Session {id: 'loose', token_hash: '00'})

// accounts_are_whole: ada
CREATE (:Credential {user_id: 'ada', algorithm: 'argon2id'})

// accounts_are_whole: loose
CREATE (:Notification {key: 'loose', kind: 'thanks'})

// accounts_are_whole: jd:ada
MATCH (jd:Platform {id: 'jd'}), (ada:User {id: 'ada'})
CREATE (ada)-[:HAS]->(:PlatformAccount {key: 'jd:ada'})-[:ON]->(jd)

// accounts_are_whole: address:00
CREATE (:Identifier {key: 'address:00', kind: 'address'})

// accounts_are_whole: device:00
MATCH (jd:Platform {id: 'jd'}), (ada:User {id: 'ada'})
CREATE (ada)-[:HAS]->(account:PlatformAccount {key: 'jd:ada', id: 'a', linked_at: datetime('2029-01-01T00:00:00Z')})-[:ON]->(jd)
CREATE (account)-[:SHOWED]->(:Identifier {key: 'device:00', kind: 'device'})

// secrets_in_place: ada.password
MATCH (ada:User {id: 'ada'}) SET ada.password = 'x'

// secrets_in_place: bob.notes
MATCH (bob:User {id: 'bob'})-[:SIGNS_IN_WITH]->(credential) SET bob.notes = credential.sealed

// secrets_in_place: op.body
CREATE (:Op {id: 'op', body: '{"token": "t"}'})

// secrets_in_place: op.body
CREATE (:Op {id: 'op', body: '$argon2id$v=19'})

// secrets_in_place: ada FRIEND.invite_token
MATCH (:User {id: 'ada'})-[friend:FRIEND]->() SET friend.invite_token = 't'

// giveaways_drawn_once: mugs
MATCH (giveaway:Giveaway) CREATE (giveaway)-[:DREW]->(:Draw)

// giveaways_drawn_once: mugs
MATCH (giveaway:Giveaway) SET giveaway.voided_at = $now

// giveaways_drawn_once: mugs
MATCH (rules:Rules) SET rules.replaced_at = $now

// winners_are_entrants: mugs:ada
MATCH (entry:Entry {key: 'mugs:ada'}) MATCH (entry)<-[entered:ENTERED]-() DELETE entered

// winners_are_entrants: mugs:ada
MATCH (entry:Entry {key: 'mugs:ada'}) SET entry.weight = null

// winners_are_entrants: mugs:ada
MATCH (entry:Entry {key: 'mugs:ada'}) SET entry.passed_at = $now

// winners_are_entrants: mugs:ada, mugs:cy
MATCH (entry:Entry {key: 'mugs:ada'}) SET entry.place = 2

// winners_are_entrants: mugs:cy
MATCH (entry:Entry {key: 'mugs:cy'}) SET entry.won_at = $now

// searches_are_whole: bob:tent
MATCH (search:Search)<-[searched:SEARCHED]-() DELETE searched

// searches_are_whole: bob:tent
MATCH (search:Search) SET search.text = 'tents'

// searches_are_whole: bob
MATCH (bob:User {id: 'bob'})
UNWIND range(1, 20) AS n
CREATE (bob)-[:SEARCHED]->(:Search {key: 'bob:' + n, text: toString(n), at: $now, times: 1})

// invites_are_whole: loose
CREATE (:Invite {id: 'loose', code_hash: 'h', created_at: $now, expires_at: $now + duration('P1D')})

// invites_are_whole: late
MATCH (ada:User {id: 'ada'})
CREATE (ada)-[:INVITES_WITH]->(:Invite {id: 'late', code_hash: 'h', created_at: $now, expires_at: $now})

// invites_are_whole: open
MATCH (ada:User {id: 'ada'})
CREATE (ada)-[:INVITES_WITH]->(:Invite {id: 'open', created_at: $now, expires_at: $now + duration('P1D')})

// threads_are_whole: talk
MATCH (thread:Thread)-[about:ABOUT]->() DELETE about

// threads_are_whole: talk
MATCH (thread:Thread)<-[talks:TALKS_IN {asks: true}]-() SET talks.asks = false

// threads_are_whole: talk
MATCH (thread:Thread), (dee:User {id: 'dee'}) CREATE (dee)-[:TALKS_IN {asks: false}]->(thread)

// threads_are_whole: words
MATCH (message:Message)<-[wrote:WROTE]-(), (dee:User {id: 'dee'})
DELETE wrote
CREATE (dee)-[:WROTE]->(message)

// requests_say_little: talk
MATCH (thread:Thread), (ada:User {id: 'ada'})
SET thread.accepted_at = null
CREATE (ada)-[:WROTE]->(:Message {id: 'more', text: 'Hello?', at: $now})-[:IN]->(thread)

// experience_given_once: ans:else
MATCH (thread:Thread), (bob:User {id: 'bob'})
CREATE (bob)-[:GAINED]->(:XpEvent {key: 'ans:else', kind: 'answer'})-[:BECAUSE_OF]->(thread)

// experience_given_once: ans:talk
MATCH (thread:Thread), (ada:User {id: 'ada'})
CREATE (ada)-[:GAINED]->(:XpEvent {key: 'ans:talk', kind: 'answer'})-[:BECAUSE_OF]->(thread)

// questions_are_whole: loud
MATCH (question:Question)<-[posed:POSED]-() DELETE posed

// questions_are_whole: loud
MATCH (question:Question)<-[posed:POSED]-(), (bob:User {id: 'bob'})
DELETE posed
CREATE (bob)-[:POSED]->(question)

// questions_are_whole: loud
MATCH (question:Question)<-[posed:POSED]-(), (message:Message)
DELETE posed
CREATE (question)-[:FROM]->(message)

// questions_are_whole: loud
MATCH (question:Question) SET question.answer = 'No.'

// reports_are_whole: bad
MATCH (report:Report)<-[filed:FILED]-() DELETE filed

// reports_are_whole: bad
MATCH (report:Report) SET report.resolved_at = $now, report.outcome = 'acted'

// appealed_once: judged
MATCH (cy:User {id: 'cy'}), (bob:User {id: 'bob'})
CREATE (cy)-[:TOOK]->(judged:Action {id: 'judged', kind: 'hide_message', at: $now})
CREATE (bob)-[:FILED]->(:Report {id: 'other', category: 'spam', at: $now})-[:ABOUT]->(judged)

// level_moves_are_whole: two steps
MATCH (bob:User {id: 'bob'})
CREATE (bob)-[:MOVED]->(:LevelMove {id: 'two steps', from: 4, to: 2, reason: 'low_score', noticed_at: $now, at: $now})

// nothing_dangling: moon, nut, tenth
CREATE (:Shop {id: 'moon'}), (:Product {id: 'nut'}), (:Program {id: 'tenth'})

// nothing_dangling: act, draw of none, revision of 2030-01-01T00:00:00Z, rules 9
CREATE (:Action {id: 'act'}), (:Draw {giveaway_id: 'none'}), (:Rules {hash: '9'}), (:Revision {replaced_at: $now})

// replies_are_whole: reply-1
CREATE (:Reply {id: 'reply-1', key: 'bob-kettle', text: 'Thank you all.', at: $now})

// photos_are_whole: photo-1
CREATE (:Photo {key: 'photo-1', id: 'photo-1', at: $now, width: 4, height: 3, large: 'l', small: 's'})

// photos_are_whole: bob-kettle shows photo-1
MATCH (ada:User {id: 'ada'}), (share:Share {id: 'bob-kettle'})
CREATE (ada)-[:UPLOADED]->(photo:Photo {key: 'photo-1', id: 'photo-1', at: $now, width: 4, height: 3, large: 'l', small: 's'})
CREATE (share)-[:SHOWS {place: 0}]->(photo)

// photos_are_whole: bob-kettle
MATCH (bob:User {id: 'bob'}), (share:Share {id: 'bob-kettle'})
CREATE (bob)-[:UPLOADED]->(photo:Photo {key: 'photo-1', id: 'photo-1', at: $now, width: 4, height: 3, large: 'l', small: 's'})
CREATE (share)-[:SHOWS {place: 1}]->(photo)
