// How many streams of events a person may hold open at once.
//
// mode: read
// example: {}
// returns: streams
MATCH (most:Rule {name: 'streams'})
RETURN most.value AS streams
