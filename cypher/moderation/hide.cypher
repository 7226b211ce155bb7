// Hide a message, a wish, or a question with its answer, from everybody.
//
// mode: write
// example: {"thing": "gus-to-ada", "now": "2030-01-01T00:00:00Z"}
// returns: id
MATCH (thing:Message|Question|Wish {id: $thing})
SET thing.hidden_at = coalesce(thing.hidden_at, $now)
RETURN thing.id AS id
