"""A real Neo4j server as a child process, and all it needs."""
