// Sign out one of my devices.
//
// mode: write
// example: {"viewer": "ada", "session_id": "ada-session"}
// returns: id
MATCH (session:Session {id: $session_id})<-[:SIGNED_IN]-(:User {id: $viewer})
DETACH DELETE session
RETURN $session_id AS id
