// Sign a person out everywhere but on the device that is kept (null: everywhere).
//
// mode: write
// example: {"user": "ada", "kept": "ada-session"}
// returns:
MATCH (:User {id: $user})-[:SIGNED_IN]->(session:Session)
WHERE $kept IS NULL OR session.id <> $kept
DETACH DELETE session
