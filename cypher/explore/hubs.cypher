// Who holds the circles together: how many friends do they have, how many strangers do they join?
//
// A person joins two friends who are not friends of each other; a person with the bridge off joins
// nobody. It looks at the `sample` active people who joined last.
//
// mode: read
// picture: bar friends joined_percent
// title_zh: 谁把圈子连起来：有多少好友，连起多少陌生人？
// zh: {"sample": "取样人数", "friends": "好友数", "people": "人数", "joined": "连起的对数",
//   "joined_percent": "占全部（%）"}
// example: {"sample": 500, "limit": 10, "now": "2030-01-01T00:00:00Z"}
// returns: friends, people, joined, joined_percent
MATCH (least:Rule {name: 'least_group'})
CALL () {
  MATCH (person:User:Active)
  WHERE person.created_at <= $now
  RETURN person
  ORDER BY person.created_at DESC, person.id
  LIMIT $sample
}
WITH least, person,
  COLLECT { MATCH (person)-[:FRIEND]-(friend:User:Active) RETURN friend } AS friends
WITH least, size(friends) AS many, CASE
  WHEN person:NoBridge THEN 0
  ELSE size(friends) * (size(friends) - 1) / 2 - COUNT {
    UNWIND friends AS one
    MATCH (one)-[:FRIEND]->(other:User)
    WHERE other IN friends
  }
END AS joined
WITH least, size([bound IN [1, 5, 10, 20, 50, 100, 200] WHERE bound <= many]) AS place,
  count(*) AS people, sum(joined) AS joined
WHERE people >= least.value
WITH sum(joined) AS total, collect([place, people, joined]) AS bands
UNWIND bands AS band
WITH total, band[0] AS place, band[1] AS people, band[2] AS joined
RETURN
  ['0', '1–4', '5–9', '10–19', '20–49', '50–99', '100–199', '200+'][place] AS friends,
  people,
  joined,
  CASE WHEN total > 0 THEN round(100.0 * joined / total, 1) END AS joined_percent
ORDER BY place
LIMIT $limit
