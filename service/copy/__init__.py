"""The analysts' copy: the living graph without what identifies a person, in a Neo4j of its own."""
