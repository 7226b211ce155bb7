// Which circles are there, and how close are they to each other?
//
// A circle is the people who have the same best connected friend. People with more than
// `most_friends` friends do not count as such a friend. Circle 1 is the largest, and no circle
// names anybody. A row counts the friendships within a circle (source is target) or between two.
//
// mode: read
// picture: map source target friendships
// title_zh: 有哪些圈子，彼此有多近？
// zh: {"sample": "取样人数", "circles": "圈子数", "most_friends": "好友上限",
//   "source": "圈子", "target": "另一圈子", "members": "成员", "friendships": "好友关系"}
// example: {"sample": 500, "circles": 12, "most_friends": 60, "limit": 100,
//   "now": "2030-01-01T00:00:00Z"}
// returns: source, target, members, friendships
MATCH (least:Rule {name: 'least_group'})
CALL () {
  MATCH (person:User:Active)
  WHERE person.created_at <= $now
  RETURN person
  ORDER BY person.created_at DESC, person.id
  LIMIT $sample
}
CALL (person) {
  MATCH (person)-[:FRIEND]-{0,1}(heart:User:Active)
  WITH DISTINCT heart, COUNT { (heart)-[:FRIEND]-(:User) } AS friends
  WHERE 0 < friends <= $most_friends
  RETURN heart
  ORDER BY friends DESC, heart.id
  LIMIT 1
}
WITH least, heart, collect(person) AS members
WHERE size(members) >= least.value
WITH least, members
ORDER BY size(members) DESC, heart.id
LIMIT $circles
WITH least, collect(members) AS circles
UNWIND range(0, size(circles) - 1) AS source
UNWIND circles[source] AS member
MATCH (member)-[:FRIEND]-(friend:User:Active)
WITH least, circles, source, member, friend,
  head([place IN range(source, size(circles) - 1) WHERE friend IN circles[place]]) AS target
WHERE target IS NOT NULL
WITH least, circles, source, target,
  count(*) / CASE source WHEN target THEN 2 ELSE 1 END AS friendships,
  count(DISTINCT member) + CASE source WHEN target THEN 0 ELSE count(DISTINCT friend) END AS people
WHERE people >= least.value
RETURN source + 1 AS source, target + 1 AS target, size(circles[source]) AS members, friendships
ORDER BY source, target
LIMIT $limit
