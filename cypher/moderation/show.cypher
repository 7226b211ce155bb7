// Show a hidden message, wish, reply or question again.
//
// mode: write
// example: {"thing": "gus-to-ada"}
// returns: refused, id
MATCH (thing:Message|Question|Wish|Reply {id: $thing})
WITH thing, thing.hidden_at IS NULL AS shown
SET thing.hidden_at = null
RETURN CASE WHEN shown THEN 'wrong_state' END AS refused, thing.id AS id
