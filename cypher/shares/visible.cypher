// Which of these shares I may see now, each by its nearest way (parts/sight) and with the bridges.
//
// mode: read
// example: {"me": "ada", "shares": ["bob-kettle", "eve-lamp"], "now": "2030-01-01T00:00:00Z"}
// returns: id, way, bridges
MATCH (me:User:Active {id: $me})
UNWIND $shares AS wanted
WITH DISTINCT me, wanted
MATCH (share:Share {id: wanted})
// part: parts/sight
RETURN share.id AS id, way, [bridge IN bridges | bridge.id] AS bridges
ORDER BY id
