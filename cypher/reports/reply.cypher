// A shop's reply as the subject of a report by someone who may see its share.
//
// mode: read
// example: {"me": "ada", "id": "reply-1", "now": "2030-01-01T00:00:00Z"}
// returns: owner
MATCH (me:User:Active {id: $me})
MATCH (share:Share)<-[:TO]-(reply:Reply {id: $id})<-[:REPLIED]-(owner:User)
WHERE reply.withdrawn_at IS NULL AND reply.hidden_at IS NULL
// part: parts/sight
RETURN owner.id AS owner
