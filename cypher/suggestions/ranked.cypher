// These people in the order in which they are suggested, each with the reason in counts.
//
// Greedy: each place goes to the person who opens most, by weight, of what those before do not open
// yet. People who add nothing follow, by what they open alone. More mutual friends go first among
// equals, then the lower id.
//
// mode: read
// example: {"me": "ada", "lacking": {"baby": 1, "takeaway": 3}, "people": [{"id": "cy",
//   "mutual_count": 2, "categories": ["takeaway"], "coupons": 5}], "place": null, "limit": 21}
// returns: place, user, reason, mutual_friends
MATCH (most:Rule {name: 'suggestions'})
WITH most.value AS most, reduce(
  chosen = {ids: [], open: []}, step IN range(1, size(keys($lacking))) |
  head([best IN [reduce(best = {gain: 0}, one IN $people |
    head([gain IN [reduce(sum = 0, category IN one.categories |
        sum + CASE WHEN category IN chosen.open THEN 0 ELSE $lacking[category] END)] |
      CASE WHEN gain > best.gain
        THEN {gain: gain, id: one.id, categories: one.categories} ELSE best END]))] |
    CASE best.gain WHEN 0 THEN chosen
      ELSE {ids: chosen.ids + best.id, open: chosen.open + best.categories} END])).ids AS chosen
UNWIND $people AS one
WITH most, one, size(chosen) AS last,
  head([place IN range(0, size(chosen) - 1) WHERE chosen[place] = one.id]) AS place
ORDER BY coalesce(place, last),
  reduce(sum = 0, category IN one.categories | sum + $lacking[category]) DESC,
  one.mutual_count DESC, one.id
WITH most, collect(one) AS ordered
UNWIND range(1, size(ordered[..most])) AS place
WITH place, ordered[place - 1] AS one
WHERE $place IS NULL OR place > $place
ORDER BY place LIMIT $limit
MATCH (me:User {id: $me}), (person:User {id: one.id})
RETURN
  place,
  person {.id, .display_name, creator: person:Creator, viewer: {
    friend: false, requested: null, follows: EXISTS { (me)-[:FOLLOWS]->(person) },
    muted: false, blocking: false, degree: 2, mutual_count: one.mutual_count}} AS user,
  {categories: size(one.categories), coupons: one.coupons,
    mutual_count: one.mutual_count} AS reason,
  COLLECT {
    MATCH (me)-[:FRIEND]-(bridge:Active {bridge: 'named'})-[:FRIEND]-(person)
    RETURN bridge {.id, .display_name}
    ORDER BY bridge.display_name, bridge.id
    LIMIT 3
  } AS mutual_friends
ORDER BY place
