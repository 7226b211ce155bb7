// My stored password, locked so that nobody changes it meanwhile.
//
// mode: write
// example: {"me": "ada", "op": "op-1"}
// returns: handle, sealed
MATCH (me:User:Active {id: $me})
SET me.lock = $op
WITH me
MATCH (me)-[:SIGNS_IN_WITH]->(credential:Credential)
RETURN me.handle AS handle, credential.sealed AS sealed
