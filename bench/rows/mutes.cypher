// The people, shops and categories that these people mute.
//
// mode: read
// example: {"people": ["ada"]}
// returns: person_key, kind, muted_key, until
UNWIND $people AS id
MATCH (user:User {id: id})-[mute:MUTES]->(muted)
RETURN user.id AS person_key,
  CASE WHEN muted:User THEN 'person' WHEN muted:Shop THEN 'shop' ELSE 'category' END AS kind,
  muted.id AS muted_key, mute.until AS until
ORDER BY person_key, kind, muted_key
