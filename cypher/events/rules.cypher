// The number of event streams that a person may have open at once.
//
// mode: read
// example: {}
// returns: streams
MATCH (most:Rule {name: 'streams'})
RETURN most.value AS streams
