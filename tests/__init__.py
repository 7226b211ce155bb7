"""Facts about a small graph, on a real Neo4j."""
