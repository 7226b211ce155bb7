// A photo belongs to one person, has both sizes, and only its owner's shares show it.
//
// The photos of a share have the places from 0 on, without a gap.
//
// mode: read
// example: {}
// returns: offenders, examples
CALL () {
  MATCH (photo:Photo)
  WHERE COUNT { (photo)<-[:UPLOADED]-() } <> 1
    OR photo.id IS NULL OR photo.at IS NULL
    OR photo.large IS NULL OR photo.small IS NULL OR photo.width IS NULL OR photo.height IS NULL
  RETURN photo.key AS offender
  UNION
  MATCH (share:Share)-[:SHOWS]->(photo)
  WHERE NOT EXISTS { (share)<-[:PUBLISHED]-(:User)-[:UPLOADED]->(photo) }
  RETURN share.id + ' shows ' + photo.key AS offender
  UNION
  MATCH (share:Share)-[shows:SHOWS]->()
  WITH share, collect(shows.place) AS places
  WHERE any(place IN range(0, size(places) - 1) WHERE NOT place IN places)
  RETURN share.id AS offender
}
WITH offender
ORDER BY offender
RETURN count(*) AS offenders, collect(offender)[..5] AS examples
