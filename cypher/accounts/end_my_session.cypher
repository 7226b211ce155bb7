// Sign out one of my devices.
//
// mode: write
// example: {"me": "ada", "session_id": "ada-session"}
// returns: id
MATCH (session:Session {id: $session_id})<-[:SIGNED_IN]-(:User {id: $me})
DETACH DELETE session
RETURN $session_id AS id
