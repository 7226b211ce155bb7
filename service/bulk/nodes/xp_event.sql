-- Lines of the ledger, none of which a level reflects yet.
SELECT *, ['XpEvent', 'Unsettled'] AS labels
FROM xp_event
