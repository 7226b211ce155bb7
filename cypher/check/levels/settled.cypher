// People whose stored level must equal the level that their ledger gives at `derived_at`.
//
// Nothing that bears on it is newer than `derived_at`. This means their own lines, the lines of
// people who earn from them, and the identifiers that either of them uses.
//
// mode: read
// example: {}
// returns: id, xp, derived_at
MATCH (user:User)
WHERE user.derived_at IS NOT NULL
  AND NOT EXISTS {
    MATCH (user)-[:GAINED]->(event:Unsettled)
    WHERE event.voided_at IS NOT NULL OR event.matures_at <= user.derived_at
  }
  AND NOT EXISTS {
    MATCH (user)-[:MADE]->(:Purchase)<-[:BECAUSE_OF]-(:XpEvent)<-[:GAINED]-(other:User)
    WHERE other.derived_at > user.derived_at OR EXISTS {
      MATCH (other)-[:GAINED]->(event:Unsettled)
      WHERE event.voided_at IS NOT NULL OR event.matures_at <= user.derived_at
    }
  }
  AND NOT EXISTS {
    MATCH (user)-[uses:USES]->(:Identifier)
    WHERE uses.since > user.derived_at
  }
  AND NOT EXISTS {
    MATCH (user)-[:GAINED]->(:XpEvent)-[:BECAUSE_OF]->(:Thread)
      <-[:TALKS_IN]-(:User)-[uses:USES]->(:Identifier)
    WHERE uses.since > user.derived_at
  }
  AND NOT EXISTS {
    MATCH (user)-[:GAINED|MADE]->()-[:BECAUSE_OF]-()
      <-[:GAINED|MADE]-(:User)-[uses:USES]->(:Identifier)
    WHERE uses.since > user.derived_at
  }
RETURN user.id AS id, user.xp AS xp, user.derived_at AS derived_at
ORDER BY id
