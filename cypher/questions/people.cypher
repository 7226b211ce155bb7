// The share of a question, its publisher, and its asker unless the question came from a thread.
//
// mode: read
// example: {"question": "gus-asks-ada-kettle"}
// returns: share, publisher, asker
MATCH (question:Question {id: $question})-[:ABOUT]->(share:Share)<-[:PUBLISHED]-(publisher:User)
OPTIONAL MATCH (asker:User)-[:POSED]->(question)
RETURN share.id AS share, publisher.id AS publisher, asker.id AS asker
