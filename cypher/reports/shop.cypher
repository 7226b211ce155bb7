// A shop as the subject of a report; it is nobody's.
//
// mode: read
// example: {"id": "teahouse"}
// returns: owner
MATCH (:Shop {id: $id})
RETURN null AS owner
