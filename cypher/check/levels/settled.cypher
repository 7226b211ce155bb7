// Whose stored level must be what their ledger means at `derived_at`: nothing that it rests on is newer.
//
// It rests on their own lines, those of people who earn from them, and what either shares with others.
//
// mode: read
// example: {}
// returns: id, xp, derived_at
MATCH (user:User)
WHERE user.derived_at IS NOT NULL AND NOT EXISTS {
  MATCH (user)-[:GAINED]->(event:Unsettled)
  WHERE event.voided_at IS NOT NULL OR event.matures_at <= user.derived_at
} AND NOT EXISTS {
  MATCH (user)-[:MADE]->(:Purchase)<-[:BECAUSE_OF]-(:XpEvent)<-[:GAINED]-(other:User)
  WHERE other.derived_at > user.derived_at OR EXISTS {
    MATCH (other)-[:GAINED]->(event:Unsettled)
    WHERE event.voided_at IS NOT NULL OR event.matures_at <= user.derived_at
  }
} AND NOT EXISTS {
  MATCH (user)-[uses:USES]->(:Identifier)
  WHERE uses.since > user.derived_at
} AND NOT EXISTS {
  MATCH (user)-[:GAINED]->(:XpEvent)-[:BECAUSE_OF]->(:Thread)<-[:TALKS_IN]-(:User)-[uses:USES]->(:Identifier)
  WHERE uses.since > user.derived_at
} AND NOT EXISTS {
  MATCH (user)-[:GAINED|MADE]->()-[:BECAUSE_OF]-()<-[:GAINED|MADE]-(:User)-[uses:USES]->(:Identifier)
  WHERE uses.since > user.derived_at
}
RETURN user.id AS id, user.xp AS xp, user.derived_at AS derived_at
ORDER BY id
