// Sign out the device that holds this session.
//
// mode: write
// example: {"session": "ada-session"}
// returns:
MATCH (session:Session {token_hash: $session})
DETACH DELETE session
