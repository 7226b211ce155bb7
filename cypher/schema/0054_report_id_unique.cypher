// Each report has an id of its own.
//
// mode: schema
CREATE CONSTRAINT report_id_unique IF NOT EXISTS
FOR (report:Report) REQUIRE report.id IS UNIQUE
