// Whom somebody knew and what they chose: every such tie goes, both ways.
//
// mode: write
// example: {"user": "ian"}
// returns:
MATCH (:User {id: $user})-[tie:FRIEND|REACHES|FOLLOWS|BLOCKS|MUTES|ASKED|DISMISSED|REFUSES_FROM|SAVED|HIDES|SAW|WANTS|MANAGES|DECLINED|SENT_TO]-()
DELETE tie
