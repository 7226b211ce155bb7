"""The graph: its client, the catalogue of queries, the schema, seeds and server."""
