// Sign a person out on every device but the one to keep (null: on every device).
//
// mode: write
// example: {"user": "ada", "kept": "ada-session"}
// returns:
MATCH (:User {id: $user})-[:SIGNED_IN]->(session:Session)
WHERE $kept IS NULL OR session.id <> $kept
DETACH DELETE session
