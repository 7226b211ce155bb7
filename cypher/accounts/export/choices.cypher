// People and things I follow, mute, block, refuse direct sends from or keep out of suggestions.
//
// mode: read
// example: {"me": "ada"}
// returns: kind, id, since, until
MATCH (:User {id: $me})-[choice:FOLLOWS|MUTES|BLOCKS|REFUSES_FROM|DISMISSED]->(target)
RETURN
  toLower(type(choice)) AS kind,
  target.id AS id,
  choice.since AS since,
  choice.until AS until
ORDER BY since, kind, id
