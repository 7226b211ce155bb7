// A number of the domain has one name.
//
// mode: schema
CREATE CONSTRAINT rule_name_unique IF NOT EXISTS
FOR (rule:Rule) REQUIRE rule.name IS UNIQUE
