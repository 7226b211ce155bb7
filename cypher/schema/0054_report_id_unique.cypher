// Each report has its own id.
//
// mode: schema
CREATE CONSTRAINT report_id_unique IF NOT EXISTS
FOR (report:Report) REQUIRE report.id IS UNIQUE
