// My choices of notifications, and how to treat people I hardly know.
//
// mode: read
// example: {"me": "ada"}
// returns: choice, treated
MATCH (:User {id: $me})-[wants:WANTS]->(choice:NotificationKind|SenderClass)
RETURN coalesce(choice.kind, choice.id) AS choice, wants.treated AS treated
ORDER BY choice
