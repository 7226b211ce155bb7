-- The first places of a ranking, so that no publisher and no shop has too many of them.
CREATE FUNCTION spread(publishers integer[], shops integer[], length integer, per_publisher integer, per_shop integer)
RETURNS integer[] LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  places integer[] := '{}';
  from_publishers integer[] := '{}';
  from_shops integer[] := '{}';
BEGIN
  FOR place IN 1 .. cardinality(publishers) LOOP
    EXIT WHEN cardinality(places) = length;
    CONTINUE WHEN cardinality(array_positions(from_publishers, publishers[place])) >= per_publisher
      OR cardinality(array_positions(from_shops, shops[place])) >= per_shop;
    places := places || place;
    from_publishers := from_publishers || publishers[place];
    from_shops := from_shops || shops[place];
  END LOOP;
  RETURN places;
END $$
