// The notifications I want, by kind, and my treatment of each class of senders.
//
// mode: read
// example: {"me": "ada"}
// returns: kinds, senders
MATCH (me:User:Active {id: $me})
RETURN
  COLLECT {
    MATCH (kind:NotificationKind)
    RETURN kind {
      .kind,
      .name_zh,
      .name_en,
      .can_be_off,
      on: NOT EXISTS { (me)-[:WANTS {treated: 'drop'}]->(kind) }
    }
    ORDER BY kind.kind
  } AS kinds,
  COLLECT {
    MATCH (class:SenderClass)
    RETURN class {
      .id,
      .name_zh,
      .name_en,
      treated: coalesce([(me)-[wants:WANTS]->(class) | wants.treated][0], class.treated)
    }
    ORDER BY class.id
  } AS senders
