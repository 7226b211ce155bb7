-- Lines of the ledger; no level reflects them yet.
SELECT *, ['XpEvent', 'Unsettled'] AS labels
FROM xp_event
