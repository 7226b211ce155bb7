// A kind of experience has one rule.
//
// mode: schema
CREATE CONSTRAINT xp_rule_kind_unique IF NOT EXISTS
FOR (xp_rule:XpRule) REQUIRE xp_rule.kind IS UNIQUE
