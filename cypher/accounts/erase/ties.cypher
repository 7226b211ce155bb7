// Delete the ties to people a person knew and to things they chose, in both directions.
//
// mode: write
// example: {"user": "ian"}
// returns:
MATCH (:User {id: $user})
  -[tie:FRIEND|REACHES|FOLLOWS|BLOCKS|MUTES|ASKED|DISMISSED|REFUSES_FROM
    |SAVED|HIDES|SAW|WANTS|MANAGES|DECLINED|SENT_TO]-()
DELETE tie
