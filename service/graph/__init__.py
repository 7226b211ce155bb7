"""The graph: the client, the catalogue of queries, the schema, the seeds, the server."""
