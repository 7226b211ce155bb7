// Hide a message, a wish, a shop's reply, or a question with its answer.
//
// mode: write
// example: {"thing": "gus-to-ada", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (thing:Message|Question|Wish|Reply {id: $thing})
SET thing.hidden_at = coalesce(thing.hidden_at, $now)
RETURN thing.id AS id
