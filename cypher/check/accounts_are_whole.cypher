// Each session, credential, link code and notification belongs to one person.
//
// A platform account belongs to at most one person. An identifier belongs to a person or an
// account. The owner of an account uses each identifier that the account showed.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (session:Session)
  WHERE COUNT { (session)<-[:SIGNED_IN]-(:User) } <> 1
  RETURN session.id AS offender
  UNION ALL
  MATCH (credential:Credential)
  WHERE COUNT { (credential)<-[:SIGNS_IN_WITH]-(:User {id: credential.user_id}) } <> 1
  RETURN credential.user_id AS offender
  UNION ALL
  MATCH (code:LinkCode)
  WHERE COUNT { (code)<-[:LINKS_WITH]-(:User) } <> 1
    OR COUNT { (code)-[:ON]->(:Platform) } <> 1
  RETURN toString(code.issued_at) AS offender
  UNION ALL
  MATCH (notification:Notification)
  WHERE COUNT { (notification)<-[:TOLD]-(:User) } <> 1
  RETURN notification.key AS offender
  UNION ALL
  MATCH (account:PlatformAccount)
  WHERE COUNT { (account)<-[:HAS]-(:User) } > 1
    OR COUNT { (account)-[:ON]->(:Platform) } <> 1
    OR EXISTS { (account)<-[:HAS]-(:User) } <> (account.linked_at IS NOT NULL)
  RETURN account.key AS offender
  UNION ALL
  MATCH (identifier:Identifier)
  WHERE NOT EXISTS { (identifier)<-[:USES|SHOWED]-() }
    OR EXISTS {
      MATCH (owner:User)-[:HAS]->(:PlatformAccount)-[:SHOWED]->(identifier)
      WHERE NOT EXISTS { (owner)-[:USES]->(identifier) }
    }
  RETURN identifier.key AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
