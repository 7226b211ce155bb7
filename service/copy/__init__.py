"""The analysts' copy: the graph without data that identifies a person, in a Neo4j server of its own."""
